package io.auralis.engine.transform;

/**
 * Discrete Fourier transforms of several complex frames at once, in single precision, by six steps (Bailey 1990, "FFTs in
 * external or hierarchical memory"): a frame is written as a matrix, its columns are transformed, turned by twiddle
 * factors, transposed, and transformed again. The rows of all frames lie side by side, so each step is a loop over one or two
 * long rows, which the JVM turns into vector instructions, and soon, as the loops are tiny: a library's transform of one
 * frame takes twice as long, and half a second to compile.
 *
 * <p>Rounding stays 130 dB under a frame's level. A spectrum depends on its frame alone, not on its neighbours nor on the
 * JVM: Java's arithmetic is exactly defined.
 */
public final class BatchTransform {
    /** Numbers in a batch: with tables and copies they fill a core's second cache and no more. */
    private static final int BATCH = 16_384;

    private static final boolean[] REAL_AND_IMAGINARY = {true, false};

    private final int frames;
    private final int rows;
    private final int columns;
    /** Number n of a frame stands in row n / columns, beside those of the other frames. */
    private final RowTransform first;
    /** Line k of a frame stands in row k / rows once transformed. */
    private final RowTransform second;
    /** By row of the first transform's result. */
    private final float[][] cosines;

    private final float[][] sines;
    /** The squares of one frame's lines in order. */
    private final float[] squares;

    /**
     * Of as many frames at once as are transformed fastest.
     *
     * @param size of a frame, a power of two of at least 16
     */
    public BatchTransform(int size) {
        this(size, Math.max(1, BATCH / size));
    }

    /** @param frames at least 1 */
    public BatchTransform(int size, int frames) {
        this.frames = frames;
        this.rows = 1 << (Integer.numberOfTrailingZeros(size) / 2);
        this.columns = size / rows;
        this.first = new RowTransform(rows, columns * frames);
        this.second = new RowTransform(columns, rows * frames);
        this.cosines = new float[rows][columns * frames];
        this.sines = new float[rows][columns * frames];
        this.squares = new float[size];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns * frames; i++) {
                double angle = -2 * Math.PI * row * (i % columns) / size;
                cosines[row][i] = (float) StrictMath.cos(angle);
                sines[row][i] = (float) StrictMath.sin(angle);
            }
        }
    }

    /** How many frames are transformed at once. */
    public int frames() {
        return frames;
    }

    /** Takes in a frame's numbers, which are not kept. */
    public void load(int frame, float[] real, float[] imaginary) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(real, row * columns, first.real(row), frame * columns, columns);
            System.arraycopy(imaginary, row * columns, first.imaginary(row), frame * columns, columns);
        }
    }

    /** Transforms what was loaded. */
    public void run() {
        first.run();
        for (int row = 1; row < rows; row++) {
            turn(first.realLine(row), first.imaginaryLine(row), cosines[row], sines[row]);
        }
        for (int line = 0; line < rows; line += 4) {
            for (int frame = 0; frame < frames; frame++) {
                for (boolean real : REAL_AND_IMAGINARY) {
                    transpose(real, frame, line);
                }
            }
        }
        second.run();
    }

    /** A frame's transform in order, after {@link #run}: as many of its lines as the arrays hold. */
    public void read(int frame, float[] real, float[] imaginary) {
        for (int row = 0; row * rows < real.length; row++) {
            int count = Math.min(rows, real.length - row * rows);
            System.arraycopy(second.realLine(row), frame * rows, real, row * rows, count);
            System.arraycopy(second.imaginaryLine(row), frame * rows, imaginary, row * rows, count);
        }
    }

    /** After {@link #run}: makes power spectra of the transforms, less what a constant puts through a Hann window. */
    public void square() {
        for (int frame = 0; frame < frames; frame++) {
            takeOutConstant(second.realLine(0), second.realLine(columns - 1), frame * rows);
            takeOutConstant(second.imaginaryLine(0), second.imaginaryLine(columns - 1), frame * rows);
        }
        for (int row = 0; row < columns; row++) {
            square(second.realLine(row), second.imaginaryLine(row));
        }
    }

    /**
     * After {@link #square}: adds to each line k up to half the size scale times |Z(k)|² + |Z(-k)|² of a frame.
     *
     * @param power size / 2 + 1 values
     */
    public void addPower(int frame, float scale, float[] power) {
        for (int row = 0; row < columns; row++) {
            System.arraycopy(second.realLine(row), frame * rows, squares, row * rows, rows);
        }
        int last = power.length - 1;
        for (int line = 1; line < last; line++) {
            power[line] += scale * (squares[line] + squares[2 * last - line]);
        }
        power[last] += scale * 2 * squares[last];
    }

    private static void turn(float[] real, float[] imaginary, float[] cosines, float[] sines) {
        for (int i = 0; i < real.length; i++) {
            float x = real[i];
            float y = imaginary[i];
            real[i] = x * cosines[i] - y * sines[i];
            imaginary[i] = x * sines[i] + y * cosines[i];
        }
    }

    private static void square(float[] real, float[] imaginary) {
        for (int i = 0; i < real.length; i++) {
            real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        }
    }

    /** Four rows at once, so that what is written lies together. */
    private void transpose(boolean real, int frame, int line) {
        float[] a = real ? first.realLine(line) : first.imaginaryLine(line);
        float[] b = real ? first.realLine(line + 1) : first.imaginaryLine(line + 1);
        float[] c = real ? first.realLine(line + 2) : first.imaginaryLine(line + 2);
        float[] d = real ? first.realLine(line + 3) : first.imaginaryLine(line + 3);
        int from = frame * columns;
        int to = frame * rows + line;
        for (int column = 0; column < columns; column++) {
            float[] row = real ? second.real(column) : second.imaginary(column);
            row[to] = a[from + column];
            row[to + 1] = b[from + column];
            row[to + 2] = c[from + column];
            row[to + 3] = d[from + column];
        }
    }

    /** A constant c appears as c times the window's own spectrum: half the size at line 0, minus a quarter at 1 and -1. */
    private void takeOutConstant(float[] lowest, float[] highest, int at) {
        lowest[at + 1] += lowest[at] / 2;
        highest[at + rows - 1] += lowest[at] / 2;
    }
}
