package org.seism.bundle;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who publishes SEISM, and how each file that says so says it. Empty values are not said. */
record Publisher(String vendor, String homepage, String contact, String releases, String updateSite) {

    /** The one file that people edit. */
    static final Path FILE = Path.of("publisher.properties");

    static Publisher read() throws IOException {
        final Properties p = new Properties();
        try (Reader reader = Files.newBufferedReader(FILE)) {
            p.load(reader);
        }
        return new Publisher(get(p, "vendor"), get(p, "homepage"), get(p, "contact"), get(p, "releases"), get(p, "update-site"));
    }

    private static String get(final Properties properties, final String key) {
        if (properties.getProperty(key) == null) {
            throw new IllegalStateException(FILE + " has no entry " + key);
        }
        return properties.getProperty(key).strip();
    }

    /** Every file that names the publisher, with what makes it say what this publisher says. */
    Map<Path, UnaryOperator<String>> files() {
        final Map<Path, UnaryOperator<String>> files = new LinkedHashMap<>();
        files.put(Path.of("META-INF/MANIFEST.MF"), this::manifest);
        files.put(Path.of("feature/feature.xml"), this::feature);
        files.put(Path.of("update/category.xml"), this::category);
        files.put(Path.of("pom.xml"), this::pom);
        files.put(Path.of("CITATION.cff"), this::citation);
        files.put(Path.of("docs/INSTALL.md"), this::install);
        return files;
    }

    private String manifest(final String text) {
        return without(without(text, "Bundle-DocURL: .*\\R"), "Bundle-ContactAddress: .*\\R").replaceFirst("Bundle-Vendor: .*\\R",
            Matcher.quoteReplacement("Bundle-Vendor: " + vendor + "\n" + line("Bundle-DocURL: ", homepage, "\n")
                + line("Bundle-ContactAddress: ", contact, "\n")));
    }

    private String feature(final String text) {
        final String named = text.replaceFirst("provider-name=\"[^\"]*\"", Matcher.quoteReplacement("provider-name=\"" + xml(vendor) + "\""))
            .replaceFirst("<description( url=\"[^\"]*\")?>", Matcher.quoteReplacement("<description" + attribute("url", homepage) + ">"));
        final String urls = updateSite.isEmpty() ? ""
            : "   <url>\n      <update label=\"SEISM\" url=\"" + xml(updateSite) + "\"/>\n   </url>\n\n";
        return without(named, "(?s)   <url>.*?</url>\\R\\R").replaceFirst("   <requires>", Matcher.quoteReplacement(urls + "   <requires>"));
    }

    private String category(final String text) {
        final String description = homepage.isEmpty() ? ""
            : "   <description name=\"SEISM\" url=\"" + xml(homepage) + "\"/>\n";
        return without(text, "   <description name=\"SEISM\" url=\"[^\"]*\"/>\\R").replaceFirst("<site>\\R",
            Matcher.quoteReplacement("<site>\n" + description));
    }

    private String pom(final String text) {
        final String lines = line("  <url>", xml(homepage), "</url>\n") + "  <organization><name>" + xml(vendor) + "</name></organization>\n";
        return without(without(text, "  <url>[^<]*</url>\\R"), "  <organization>.*</organization>\\R").replaceFirst("  <licenses>",
            Matcher.quoteReplacement(lines + "  <licenses>"));
    }

    private String citation(final String text) {
        return without(text, "(?m)^url: .*\\R").replaceFirst("(?m)^license: .*\\R",
            "$0" + Matcher.quoteReplacement(line("url: \"", homepage, "\"\n")));
    }

    private String install(final String text) {
        final String block = "SEISM is published by " + vendor + ".\n"
            + line("Releases, each with the zip: <", releases, ">\n") + line("Update site: `", updateSite, "`\n")
            + line("Project: <", homepage, ">\n") + line("Questions: <", contact, ">\n");
        return text.replaceFirst("(?s)<!-- publisher -->.*<!-- /publisher -->",
            Matcher.quoteReplacement("<!-- publisher -->\n" + block + "<!-- /publisher -->"));
    }

    private static String without(final String text, final String pattern) {
        return Pattern.compile(pattern).matcher(text).replaceFirst("");
    }

    private static String line(final String before, final String value, final String after) {
        return value.isEmpty() ? "" : before + value + after;
    }

    private static String attribute(final String name, final String value) {
        return line(" " + name + "=\"", xml(value), "\"");
    }

    private static String xml(final String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
