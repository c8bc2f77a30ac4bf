package org.seism.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Works that a report cites.
 *
 * @param key of its BibTeX entry
 * @param authors as BibTeX wants them, separated by "and"
 * @param title title
 * @param journal where it appeared
 * @param year of publication
 * @param place volume, number and pages as people write them; may be empty
 * @param doi digital object identifier
 */
record Reference(String key, String authors, String title, String journal, int year, String place, String doi) {
    /** The method. */
    static final Reference SEISM = new Reference("villie2023neural", "Villié, Antoine and Veber, Philippe and de Castro, Yohann and Jacob, Laurent",
        "Neural Networks beyond explainability: Selective inference for sequence motifs", "Transactions on Machine Learning Research", 2023, "",
        "10.48550/arXiv.2212.12542");
    /** Why replicates of a chain through the data give valid p-values. */
    static final Reference BESAG = new Reference("besag1989generalized", "Besag, Julian and Clifford, Peter",
        "Generalized Monte Carlo significance tests", "Biometrika", 1989, "76(4):633-642", "10.1093/biomet/76.4.633");
    /** Why one conditions on the selection. */
    static final Reference FITHIAN = new Reference("fithian2014optimal", "Fithian, William and Sun, Dennis and Taylor, Jonathan",
        "Optimal inference after model selection", "arXiv", 2014, "1410.2597", "10.48550/arXiv.1410.2597");
    /** Permutation that respects covariates. */
    static final Reference BERRETT = new Reference("berrett2020conditional",
        "Berrett, Thomas B. and Wang, Yi and Barber, Rina Foygel and Samworth, Richard J.",
        "The conditional permutation test for independence while controlling for confounders",
        "Journal of the Royal Statistical Society: Series B", 2020, "82(1):175-197", "10.1111/rssb.12340");
    /** Logos. */
    static final Reference SCHNEIDER = new Reference("schneider1990sequence", "Schneider, Thomas D. and Stephens, R. Michael",
        "Sequence logos: a new way to display consensus sequences", "Nucleic Acids Research", 1990, "18(20):6097-6100",
        "10.1093/nar/18.20.6097");

    /** @return the entry for a bibliography program */
    String bibtex() {
        return "@article{" + key + ",\n  author = {" + authors + "},\n  title = {{" + title + "}},\n  journal = {" + journal + "},\n"
            + (place.isEmpty() ? "" : "  note = {" + place + "},\n") + "  year = {" + year + "},\n  doi = {" + doi + "}\n}\n";
    }

    /** @return the work as a list of references has it, without its DOI */
    String text() {
        final List<String> names = new ArrayList<>();
        for (final String author : authors.split(" and ")) {
            names.add(author.split(", ")[0]);
        }
        final String last = names.remove(names.size() - 1);
        return String.join(", ", names) + (names.isEmpty() ? "" : " and ") + last + " (" + year + "). " + title + ". " + journal
            + (place.isEmpty() ? "" : " " + place.replace('-', '\u2013')) + ".";
    }
}
