package org.seism.host.io;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Just enough JSON for a view's data; keeps the host free of libraries, of which a bundle would need its own copy. */
public final class Json {

    private final String text;

    private int at;

    private Json(final String text) {
        this.text = text;
    }

    /** Whether a text is one JSON value. */
    public static boolean isJson(final String text) {
        final Json json = new Json(text);
        try {
            json.value();
            json.blanks();
            return json.at == text.length();
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Maps, collections, numbers, truth values, texts and null as JSON. */
    public static String of(final Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number n && Double.isFinite(n.doubleValue())) {
            return String.valueOf(value);
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(e -> quote(String.valueOf(e.getKey())) + ":" + of(e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        } else if (value instanceof Collection<?> list) {
            return list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
        } else if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof Number) {
            return quote(value.toString());
        }
        throw new IllegalArgumentException("This host writes texts, numbers, maps and lists as JSON, not a "
            + value.getClass().getName() + "; let the node make the JSON text.");
    }

    public static String quote(final String text) {
        final StringBuilder b = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            switch (c) {
                case '"' -> b.append("\\\"");
                case '\\' -> b.append("\\\\");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029') {
                        b.append(String.format("\\u%04x", (int)c));
                    } else {
                        b.append(c);
                    }
                }
            }
        }
        return b.append('"').toString();
    }

    private void value() {
        blanks();
        switch (text.charAt(at)) {
            case '{' -> list('}', true);
            case '[' -> list(']', false);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void list(final char end, final boolean keys) {
        at++;
        blanks();
        if (text.charAt(at) == end) {
            at++;
            return;
        }
        while (true) {
            if (keys) {
                blanks();
                string();
                blanks();
                word(":");
            }
            value();
            blanks();
            if (text.charAt(at) == end) {
                at++;
                return;
            }
            word(",");
        }
    }

    private void string() {
        word("\"");
        while (text.charAt(at) != '"') {
            if (text.charAt(at) < ' ') {
                throw new IllegalArgumentException("control character");
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void number() {
        final int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (!text.substring(start, at).matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw new IllegalArgumentException("no value");
        }
    }

    private void word(final String word) {
        if (!text.startsWith(word, at)) {
            throw new IllegalArgumentException("expected " + word);
        }
        at += word.length();
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
