package org.knime.core.node.config.base;

import java.util.Locale;
import java.util.function.Function;

/** The entry types of KNIME's XML settings files. */
enum ConfigType {
    INT(int.class, Integer::valueOf), DOUBLE(double.class, Double::valueOf), FLOAT(float.class, Float::valueOf),
    CHAR(char.class, s -> s.charAt(0)), SHORT(short.class, Short::valueOf), LONG(long.class, Long::valueOf),
    BYTE(byte.class, Byte::valueOf), STRING(String.class, s -> s), BOOLEAN(boolean.class, ConfigType::strictBoolean);

    private final Class<?> javaClass;

    private final Function<String, Object> parser;

    ConfigType(final Class<?> javaClass, final Function<String, Object> parser) {
        this.javaClass = javaClass;
        this.parser = parser;
    }

    /** @return the class of an array's elements */
    Class<?> javaClass() {
        return javaClass;
    }

    /** @return the name in messages, such as Int */
    String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    String xmlName() {
        return "x" + name().toLowerCase(Locale.ROOT);
    }

    Object parse(final String text) {
        return parser.apply(text);
    }

    static ConfigType ofXmlName(final String name) {
        for (final ConfigType type : values()) {
            if (type.xmlName().equals(name)) {
                return type;
            }
        }
        return null;
    }

    private static Object strictBoolean(final String text) {
        if (!"true".equals(text) && !"false".equals(text)) {
            throw new IllegalArgumentException("neither true nor false: " + text);
        }
        return Boolean.valueOf(text);
    }
}
