package io.auralis.agent.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an amount: {@code 50%} or {@code 0.5}. */
final class AmountConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1).strip() : text;
        // Not what Double.parseDouble also takes: NaN, hexadecimal, a trailing d.
        if (number.matches("[0-9]+(\\.[0-9]+)?|\\.[0-9]+")) {
            double amount = Double.parseDouble(number) / (percent ? 100 : 1);
            if (amount <= 1) {
                return amount;
            }
        }
        throw new TypeConversionException("\"" + text + "\" is not an amount such as 50% or 0.5, from 0 to 100%");
    }
}
