package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrontCoverTest {
    /** Picture types (RFC 9639 section 8.8, ID3v2 APIC). */
    private static final int FRONT = 3;

    private static final int BACK = 4;
    private static final int ARTIST = 8;

    /** The bytes before FLAC's second metadata block: the marker, a block's header and STREAMINFO. */
    private static final int STREAMINFO_END = 4 + 4 + 34;

    private static final byte[] FRONT_PNG = Pictures.png();
    private static final byte[] OTHER_PNG = Pictures.png(0x0080ff);

    @TempDir
    Path folder;

    private Path sources;

    @BeforeEach
    void keepSourcesApartFromOutputs() throws IOException {
        sources = Files.createDirectory(folder.resolve("sources"));
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void theFrontCoverIsKeptThoughTheBackStandsBeforeIt(OutputFormat format) throws IOException {
        Path source = flac(picture(BACK, OTHER_PNG), picture(FRONT, FRONT_PNG));

        assertThat(cover(write(folder, format, cover(source))))
                .hasValueSatisfying(kept -> assertThat(kept.bytes()).isEqualTo(FRONT_PNG));
    }

    @Test
    void theFirstPictureIsKeptWhereNoneIsAFrontCover() throws IOException {
        Path source = flac(picture(BACK, FRONT_PNG), picture(ARTIST, OTHER_PNG));

        assertThat(cover(source))
                .hasValueSatisfying(kept -> assertThat(kept.bytes()).isEqualTo(FRONT_PNG));
    }

    @Test
    void anApeItemSaysByItsNameThatItIsTheFrontCover() throws IOException {
        Path source = wavPack(apeItem("Cover Art (Back)", OTHER_PNG), apeItem("Cover Art (Front)", FRONT_PNG));

        assertThat(cover(source))
                .hasValueSatisfying(kept -> assertThat(kept.bytes()).isEqualTo(FRONT_PNG));
    }

    @Test
    void aFlacFileStatesThatItsPictureIsTheFrontCover() throws IOException {
        Path file = write(folder, OutputFormat.FLAC, Optional.of(TaggedFile.cover()));

        String typeAndMediaType = "\0\0\0\3" + "\0\0\0\t" + "image/png";
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(typeAndMediaType);
    }

    private static Optional<CoverPicture> cover(Path file) {
        return MediaFile.of(file).info().cover();
    }

    private static Path write(Path folder, OutputFormat format, Optional<CoverPicture> cover) {
        return TaggedFile.write(folder, format, Samples.music(48_000, 0.1), List.of(), cover);
    }

    private Path flac(byte[]... pictures) throws IOException {
        Path file = write(sources, OutputFormat.FLAC, Optional.empty());
        byte[] bytes = Files.readAllBytes(file);
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(bytes, 0, STREAMINFO_END);
        for (byte[] picture : pictures) {
            with.writeBytes(picture);
        }
        with.write(bytes, STREAMINFO_END, bytes.length - STREAMINFO_END);
        return Files.write(file, with.toByteArray());
    }

    /** FLAC's metadata block. */
    private static byte[] picture(int type, byte[] png) {
        CoverPicture cover = new CoverPicture(avcodec.AV_CODEC_ID_PNG, 16, 16, png);
        byte[] content = Base64.getDecoder().decode(FlacPicture.tag(cover).value());
        int kind = 6;
        return ByteBuffer.allocate(Integer.BYTES + content.length)
                .putInt(kind << 24 | content.length)
                .putInt(type)
                .put(content, Integer.BYTES, content.length - Integer.BYTES)
                .array();
    }

    private Path wavPack(byte[]... items) throws IOException {
        Path file = write(sources, OutputFormat.WAVPACK, Optional.empty());
        ByteArrayOutputStream tag = new ByteArrayOutputStream();
        for (byte[] item : items) {
            tag.writeBytes(item);
        }
        int footerBytes = 32;
        int version = 2_000;
        tag.writeBytes(littleEndian(footerBytes)
                .put("APETAGEX".getBytes(StandardCharsets.US_ASCII))
                .putInt(version)
                .putInt(tag.size() + footerBytes)
                .putInt(items.length)
                .array());
        return Files.write(file, tag.toByteArray(), StandardOpenOption.APPEND);
    }

    private static byte[] apeItem(String key, byte[] png) {
        byte[] name = (key + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] fileName = "cover.png\0".getBytes(StandardCharsets.US_ASCII);
        int binary = 2;
        return littleEndian(2 * Integer.BYTES + name.length + fileName.length + png.length)
                .putInt(fileName.length + png.length)
                .putInt(binary)
                .put(name)
                .put(fileName)
                .put(png)
                .array();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
