package org.knime.core.node.config.base;

import java.util.function.Function;

/** The entry types of KNIME's XML settings files. */
enum ConfigType {
    INT(Integer::valueOf), DOUBLE(Double::valueOf), FLOAT(Float::valueOf), CHAR(s -> s.charAt(0)),
    SHORT(Short::valueOf), LONG(Long::valueOf), BYTE(Byte::valueOf), STRING(s -> s), BOOLEAN(ConfigType::strictBoolean);

    private final Function<String, Object> parser;

    ConfigType(final Function<String, Object> parser) {
        this.parser = parser;
    }

    String xmlName() {
        return "x" + name().toLowerCase(java.util.Locale.ROOT);
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
