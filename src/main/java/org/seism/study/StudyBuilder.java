package org.seism.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.linear.LinearDependence;
import org.seism.linear.Magnitude;
import org.seism.sequence.Alphabet;
import org.seism.sequence.AlphabetChoice;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.check.Adjustment;
import org.seism.study.check.Confounders;
import org.seism.study.check.CopyFamilies;
import org.seism.study.check.CopyRule;
import org.seism.study.check.StudyCheck;
import org.seism.table.CellValue;
import org.seism.table.NumberNotation;
import org.seism.table.TextInput;

/**
 * Quality control: turns rows (from files or from a table in memory) into a study and a report that names every row left
 * out and why. A row is used if its sequence has at least one window of the smallest width within the alphabet and its
 * phenotype and covariates are finite. What remains must be fit for a test (METHOD, sections 2 and 14); if it isn't, an
 * {@link InputException} says why. Not safe for use by several threads.
 */
public final class StudyBuilder {
    private final String m_source;
    private final String m_phenotypeName;
    private final List<String> m_covariateNames;
    private final StudySettings m_settings;
    private final List<StudyRow> m_rows = new ArrayList<>();

    /**
     * @param source how messages call the file or table the rows come from
     * @param phenotypeName how messages call the phenotype, usually its column
     * @param covariateNames one per covariate; empty if there are none
     * @param settings alphabet, strands, width and coding
     */
    public StudyBuilder(final String source, final String phenotypeName, final List<String> covariateNames,
        final StudySettings settings) {
        m_source = source;
        m_phenotypeName = phenotypeName;
        m_covariateNames = List.copyOf(covariateNames);
        m_settings = settings;
    }

    /**
     * Adds a row.
     *
     * @param row with one value per covariate
     * @throws IllegalArgumentException if the number of covariates is another
     */
    public void add(final StudyRow row) {
        if (row.covariates().size() != m_covariateNames.size()) {
            throw new IllegalArgumentException(row.covariates().size() + " values for " + m_covariateNames.size() + " covariates");
        }
        m_rows.add(row);
    }

    /**
     * Adds the next row of a table in memory.
     *
     * @param id identifier
     * @param sequence letters, or null if missing
     * @param phenotype the value
     * @param covariates one value per covariate
     */
    public void add(final String id, final String sequence, final CellValue phenotype, final List<CellValue> covariates) {
        add(new StudyRow(m_rows.size() + 1L, 0, id, sequence, phenotype, covariates));
    }

    /**
     * Judges all rows.
     *
     * @param progress asked for cancellation at every row
     * @return the study with its quality report
     * @throws InputException if the rows or what quality control leaves of them can't be analysed
     */
    public PreparedStudy build(final Progress progress) {
        if (m_rows.isEmpty()) {
            throw new InputException(m_source + " holds no sequences.", "Choose an input with at least "
                + (m_covariateNames.size() + 3) + " sequences.");
        }
        final List<String> notes = new ArrayList<>();
        final Alphabet alphabet = alphabet(notes);
        readOtherNotations(notes);
        final PhenotypeCoding coding = new PhenotypeCoding(m_source, m_phenotypeName, m_rows, m_settings);
        final List<SequenceCheck> checks = new ArrayList<>(m_rows.size());
        for (final StudyRow row : m_rows) {
            progress.checkCancelled();
            progress.report((double)checks.size() / m_rows.size(),
                () -> "Quality control: sequence " + row.number() + " of " + m_rows.size());
            SequenceCheck.refuseForeign(row.sequence(), m_source, row.where());
            checks.add(SequenceCheck.of(row.sequence(), alphabet, m_settings.minWidth()));
        }
        refuseUselessSequences(checks, alphabet);

        final CovariateCoding covariates = new CovariateCoding(m_source, m_covariateNames, m_rows);
        final QualityReport judged = judge(checks, coding, covariates);
        final List<StudyCheck> warnings = new ArrayList<>();
        final QualityReport quality = withoutCopies(judged, checks, alphabet, warnings, progress);
        final int[] kept = kept(quality);
        refuseTooFew(kept.length, quality, checks, coding, covariates);
        final Study study = study(kept, checks, coding, covariates, alphabet, notes);
        refuseDegenerate(study, kept);
        SequenceCheck.lostWindows(Arrays.stream(kept).mapToObj(checks::get).toList(), alphabet, notes).ifPresent(warnings::add);
        notes.addAll(covariates.notes());
        warnings.addAll(Confounders.of(study.sequences(), study.phenotype().values(), m_settings.adjust()));
        if (!coding.note().isEmpty()) {
            notes.add(coding.note());
        }
        return new PreparedStudy(study, quality, notes, warnings);
    }

    /** Decimal commas and the minus sign of typesetting, where a whole column agrees. */
    private void readOtherNotations(final List<String> notes) {
        final boolean classes = m_settings.phenotypeType() == PhenotypeType.NOMINAL || !m_settings.positiveClass().isEmpty();
        for (int c = classes ? 0 : -1; c < m_covariateNames.size(); c++) {
            final int column = c;
            final Optional<List<CellValue>> read = NumberNotation
                .read(m_rows.stream().map(r -> column < 0 ? r.phenotype() : r.covariates().get(column)).toList());
            if (read.isPresent()) {
                for (int i = 0; i < m_rows.size(); i++) {
                    final CellValue value = read.get().get(i);
                    m_rows.set(i, column < 0 ? m_rows.get(i).withPhenotype(value) : m_rows.get(i).withCovariate(column, value));
                }
                notes.add((column < 0 ? "Phenotype '" + m_phenotypeName : "Covariate '" + m_covariateNames.get(column))
                    + "' is written with decimal commas or another minus sign, and read as numbers.");
            }
        }
    }

    private Alphabet alphabet(final List<String> notes) {
        final Alphabet alphabet = m_settings.alphabet().resolve(m_rows.stream().map(StudyRow::sequence).toList());
        if (m_settings.alphabet() == AlphabetChoice.AUTO) {
            notes.add("The letters of the sequences are read as " + alphabet.label() + ".");
        }
        if (m_settings.strands() == Strands.BOTH && !alphabet.hasComplement()) {
            throw new InputException("The sequences of " + m_source + " are read as protein, which has no second strand.",
                "Scan a single strand, or choose DNA or RNA as the alphabet.");
        }
        return alphabet;
    }

    private void refuseUselessSequences(final List<SequenceCheck> checks, final Alphabet alphabet) {
        if (checks.stream().anyMatch(c -> c.problem().isEmpty())) {
            return;
        }
        int longest = 0;
        for (int i = 1; i < checks.size(); i++) {
            longest = checks.get(i).letters().length() > checks.get(longest).letters().length() ? i : longest;
        }
        final int length = checks.get(longest).letters().length();
        if (length == 0) {
            throw new InputException("All sequences of " + m_source + " are empty.", "Check that this is the right file or column.");
        }
        if (length < m_settings.minWidth()) {
            throw new InputException("The width " + m_settings.minWidth() + " is larger than all sequences of " + m_source
                + ": the longest, " + m_rows.get(longest).where() + ", has " + length + " letters.",
                "Choose a width of at most " + length + ".");
        }
        throw new InputException("No sequence of " + m_source + " has " + m_settings.minWidth()
            + " letters in a row that are within the " + alphabet.label() + " alphabet (" + alphabet.letters() + "): "
            + m_rows.get(longest).where() + " begins with " + TextInput.quoted(checks.get(longest).letters()) + ".",
            "Check the alphabet and the sequence column, or choose a smaller width.");
    }

    private static int[] kept(final QualityReport quality) {
        return IntStream.range(0, quality.rows().size()).filter(i -> quality.rows().get(i).kept()).toArray();
    }

    /** Looks for copies among the rows that are kept, and does with them what the settings say. */
    private QualityReport withoutCopies(final QualityReport quality, final List<SequenceCheck> checks, final Alphabet alphabet,
        final List<StudyCheck> warnings, final Progress progress) {
        final int[] kept = kept(quality);
        final CopyFamilies families = CopyFamilies.of(Arrays.stream(kept).mapToObj(i -> checks.get(i).letters()).toList(), alphabet,
            m_settings.strands() == Strands.BOTH, progress);
        // sequences that are all alike are refused later, with a better reason
        if (families.copies() == 0 || families.count(CopyFamilies.Relation.IDENTICAL) == kept.length - 1) {
            return quality;
        }
        final StudyCheck check = families.check();
        if (m_settings.copies() == CopyRule.ERROR) {
            throw new InputException(check.finding(), "Remove them, or keep one of each.");
        }
        final List<QualityReport.Row> rows = new ArrayList<>(quality.rows());
        for (int k = 0; k < kept.length; k++) {
            if (families.relation(k) != CopyFamilies.Relation.NONE) {
                final QualityReport.Row row = rows.get(kept[k]);
                final String copy = families.relation(k).label() + " " + TextInput.quoted(m_rows.get(kept[families.first(k)]).id());
                rows.set(kept[k], new QualityReport.Row(row.number(), row.id(), m_settings.copies() == CopyRule.WARN,
                    row.reason().isEmpty() ? copy : row.reason() + "; " + copy));
            }
        }
        if (m_settings.copies() == CopyRule.WARN) {
            warnings.add(check);
        }
        return new QualityReport(rows);
    }

    private QualityReport judge(final List<SequenceCheck> checks, final PhenotypeCoding coding,
        final CovariateCoding covariates) {
        final Map<String, Long> seen = new HashMap<>();
        final List<QualityReport.Row> rows = new ArrayList<>(m_rows.size());
        for (int i = 0; i < m_rows.size(); i++) {
            final StudyRow row = m_rows.get(i);
            final List<String> problems = problems(i, checks.get(i), coding, covariates);
            final List<String> remarks = new ArrayList<>(problems);
            final Long first = seen.putIfAbsent(row.id(), row.number());
            if (row.id().isEmpty()) {
                remarks.add("there is no identifier");
            } else if (first != null) {
                remarks.add("duplicate identifier, first used by record " + first);
            }
            if (!checks.get(i).remark().isEmpty()) {
                remarks.add(checks.get(i).remark());
            }
            rows.add(new QualityReport.Row(row.number(), row.id(), problems.isEmpty(), String.join("; ", remarks)));
        }
        return new QualityReport(rows);
    }

    private List<String> problems(final int index, final SequenceCheck check, final PhenotypeCoding coding,
        final CovariateCoding covariates) {
        final StudyRow row = m_rows.get(index);
        final List<String> problems = new ArrayList<>();
        problems.add(check.problem());
        problems.add(coding.problem(row.phenotype()));
        problems.addAll(covariates.problems(row));
        problems.removeIf(String::isEmpty);
        return problems;
    }

    private void refuseTooFew(final int kept, final QualityReport quality, final List<SequenceCheck> checks,
        final PhenotypeCoding coding, final CovariateCoding coded) {
        final int needed = m_covariateNames.size() + 3;
        if (kept >= needed) {
            return;
        }
        final String covariates = m_covariateNames.isEmpty() ? "" : " with " + m_covariateNames.size() + " covariate"
            + (m_covariateNames.size() == 1 ? "" : "s");
        String left = "";
        for (int i = 0; i < m_rows.size() && left.isEmpty(); i++) {
            if (!quality.rows().get(i).kept()) {
                left = "; " + quality.leftOut() + " of " + m_rows.size() + " were left out, the first at " + m_rows.get(i).where()
                    + ": " + String.join("; ", problems(i, checks.get(i), coding, coded));
            }
        }
        throw new InputException(m_source + " has " + kept + " usable sequence" + (kept == 1 ? "" : "s") + ", but a test" + covariates
            + " needs at least " + needed + " (covariates + 3)" + left + ".",
            "Add sequences, complete the missing values, or use fewer covariates.");
    }

    private Study study(final int[] kept, final List<SequenceCheck> checks, final PhenotypeCoding coding,
        final CovariateCoding covariates, final Alphabet alphabet, final List<String> notes) {
        final List<String> ids = new ArrayList<>(kept.length);
        final List<String> sequences = new ArrayList<>(kept.length);
        final double[] y = new double[kept.length];
        for (int r = 0; r < kept.length; r++) {
            final StudyRow row = m_rows.get(kept[r]);
            ids.add(row.id());
            sequences.add(checks.get(kept[r]).letters());
            y[r] = coding.code(row.phenotype());
        }
        final SequenceSet set = SequenceSet.of(alphabet, ids, sequences);
        final double[] moderate = Magnitude.moderate(y);
        if (moderate != y) {
            notes.add("Phenotype '" + m_phenotypeName + "' has a very large offset or scale; results are in units of y' = (y - offset) x 2^k "
                + "with values from " + Arrays.stream(moderate).min().getAsDouble() + " to " + Arrays.stream(moderate).max().getAsDouble()
                + ".");
        }
        return new Study(set, m_settings.strands(), new Phenotype(m_phenotypeName, moderate, coding.positiveClassName()),
            adjusted(covariates.code(kept), set, notes));
    }

    /** The covariates and what is computed from the sequences. */
    private Covariates adjusted(final Covariates given, final SequenceSet set, final List<String> notes) {
        final List<String> names = new ArrayList<>(given.names());
        final List<double[]> values = new ArrayList<>(Arrays.stream(given.values()).map(Magnitude::moderate).toList());
        for (final Adjustment adjustment : m_settings.adjust()) {
            if (!adjustment.applies(set)) {
                throw new InputException("Protein sequences have no " + adjustment.label() + ".",
                    "Leave '" + adjustment.key() + "' out of the adjustments.");
            }
            final double[] column = adjustment.values(set);
            if (LinearDependence.firstDependent(new double[][]{column}) == 0) {
                notes.add("All sequences have the same " + adjustment.label() + ": there is nothing to adjust for.");
            } else {
                names.add(adjustment.label());
                values.add(column);
            }
        }
        return new Covariates(names, values.toArray(double[][]::new));
    }

    private void refuseDegenerate(final Study study, final int[] kept) {
        final double[] y = study.phenotype().values();
        if (Magnitude.isConstant(y)) {
            throw new InputException("Phenotype '" + m_phenotypeName + "' of " + m_source + " is constant: all " + y.length
                + " usable sequences have " + TextInput.quoted(m_rows.get(kept[0]).phenotype().text()) + ".",
                "Choose another phenotype, or add sequences that differ in it.");
        }
        if (alike(study.sequences())) {
            throw new InputException("All " + y.length + " usable sequences of " + m_source + " are alike.",
                "Nothing can be learnt from one sequence: check the file or the sequence column.");
        }
        refuseDependent(study);
    }

    private static boolean alike(final SequenceSet sequences) {
        final byte[] first = sequences.codes(0);
        for (int i = 1; i < sequences.size(); i++) {
            if (!Arrays.equals(first, sequences.codes(i))) {
                return false;
            }
        }
        return true;
    }

    private void refuseDependent(final Study study) {
        final double[][] values = study.covariates().values();
        final List<String> names = study.covariates().names();
        final int dependent = LinearDependence.firstDependent(values);
        if (dependent >= 0) {
            final String name = names.get(dependent);
            final boolean constant = LinearDependence.firstDependent(new double[][]{values[dependent]}) == 0;
            throw new InputException(constant
                ? "Covariate '" + name + "' of " + m_source + " is constant, that is a multiple of the intercept, which is always there."
                : "Covariate '" + name + "' of " + m_source + " is a linear combination of the intercept and the covariates before it ("
                    + String.join(", ", names.subList(0, dependent)) + ").",
                "Leave '" + name + "' out.");
        }
        final double[][] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = study.phenotype().values();
        if (values.length > 0 && LinearDependence.firstDependent(all) >= 0) {
            throw new InputException("Phenotype '" + m_phenotypeName + "' of " + m_source
                + " is a linear combination of the covariates: nothing is left for a motif to explain.",
                "Leave out the covariate that holds the phenotype.");
        }
    }
}
