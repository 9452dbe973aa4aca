package org.migrationtest.datagen.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * Numbers with so many digits after the point; 0 for integers.
 *
 * @param digits digits after the point
 */
record DecimalScale(int digits) implements Scale {
    @Override
    public String format(long number) {
        return digits == 0
                ? Long.toString(number)
                : BigDecimal.valueOf(number, digits).toPlainString();
    }

    @Override
    public OptionalLong parse(String literal) {
        try {
            BigDecimal scaled = new BigDecimal(literal.strip()).scaleByPowerOfTen(digits);
            return OptionalLong.of(scaled.setScale(0, RoundingMode.HALF_UP).longValueExact());
        } catch (ArithmeticException | NumberFormatException notOfThisScale) {
            return OptionalLong.empty();
        }
    }

    @Override
    public long stride() {
        return 10;
    }
}
