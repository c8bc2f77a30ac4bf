package org.seism.knime.parameters;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.seism.InputException;
import org.seism.candidate.shape.Positions;
import org.seism.candidate.shape.WordForms;
import org.seism.knime.port.SequencesPortObjectSpec;

/** Words in places and with gaps: part of every dialog that selects motifs. */
public final class FormParameters implements NodeParameters {

    /** Whether words are candidates in a place too. */
    public enum Places {
        /** Nowhere in particular. */
        @Label(value = "Anywhere", description = "A word is looked for anywhere in a sequence.")
        ANYWHERE,
        /** Places of usual sizes. */
        @Label(value = "Also in places", description = "A word is also looked for in places of 20, 5 and 1 neighbouring starts, if all "
            + "sequences have one length. GT@31 is GT that starts at letter 31, GT@27-31 GT that starts at one of the letters 27 to 31.")
        IN_PLACES,
        /** Places of sizes as given. */
        @Label(value = "As given", description = "In places of as many neighbouring starts as given below. The sequences must have one length.")
        GIVEN
    }

    interface PlacesRef extends ParameterReference<Places> {
    }

    interface StartsRef extends ParameterReference<String> {
    }

    static final class IsGivenPlaces implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(PlacesRef.class).isOneOf(Places.GIVEN);
        }
    }

    /** Offers places for sequences of one length, and tells of places that can't be. */
    static final class PlacesMessage implements StateProvider<Optional<TextMessage.Message>> {
        private Supplier<Places> m_places;
        private Supplier<String> m_starts;

        @Override
        public void init(final StateProviderInitializer i) {
            i.computeBeforeOpenDialog();
            m_places = i.computeFromValueSupplier(PlacesRef.class);
            m_starts = i.computeFromValueSupplier(StartsRef.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput in) {
            if (m_places.get() != Places.ANYWHERE) {
                return DialogProblem.of(() -> positions(m_places.get(), m_starts.get()));
            }
            return in.getInPortSpec(0).filter(SequencesPortObjectSpec.class::isInstance).map(SequencesPortObjectSpec.class::cast)
                .map(SequencesPortObjectSpec::commonLength).filter(OptionalInt::isPresent)
                .map(length -> new TextMessage.Message("All sequences have " + length.getAsInt() + " letters.",
                    "If they are aligned, for instance to a start site, let words compete in places too, from 2 letters on: short words in a "
                        + "place can tell more than words anywhere.", TextMessage.MessageType.INFO));
        }
    }

    /** Whether words are bound to places. */
    @Widget(title = "Places of words", description = "Whether words compete in a place too, that is bound to a range of starts. For "
        + "sequences that are aligned to something and have one length: promoters by their start, introns by their end. Short words are "
        + "enough there, so take a range of widths from 2 on. With both strands a place is that of the leftmost letter on the sequence "
        + "as given.")
    @ValueSwitchWidget
    @ValueReference(PlacesRef.class)
    @Layout(CandidateSections.Candidates.class)
    @Persist(configKey = "places")
    public Places m_places = Places.ANYWHERE;

    /** Sizes of the places. */
    @Widget(title = "Starts in a place", description = "Numbers of neighbouring starts, separated by commas, such as 20, 5, 1. Places of a "
        + "size overlap by half; 1 is an exact start.")
    @TextInputWidget(placeholder = "20, 5, 1")
    @Effect(predicate = IsGivenPlaces.class, type = Effect.EffectType.SHOW)
    @ValueReference(StartsRef.class)
    @Layout(CandidateSections.Candidates.class)
    @Persist(configKey = "starts")
    public String m_starts = "20, 5, 1";

    @TextMessage(PlacesMessage.class)
    @Layout(CandidateSections.Candidates.class)
    Void m_placesMessage;

    /** Whether two words with a gap compete. */
    @Widget(title = "Words with a gap", description = "Whether pairs of words compete too: 3 or 4 letters, up to 20 free letters, 3 or 4 "
        + "letters, such as TGTG-N7-TCAC. For factors that bind as pairs and for promoters with two boxes. Pairs that few sequences hold (2% "
        + "if no minimum support is given) are left out. Many more candidates.")
    @Layout(CandidateSections.Candidates.class)
    @Persist(configKey = "gapped")
    public boolean m_gapped;

    /**
     * @return the engine's settings
     * @throws InputException for starts that are no numbers
     */
    WordForms forms() {
        return new WordForms(positions(m_places, m_starts), m_gapped);
    }

    private static Positions positions(final Places places, final String starts) {
        return switch (places) {
            case ANYWHERE -> Positions.NONE;
            case IN_PLACES -> Positions.AUTO;
            case GIVEN -> Positions.ofStarts(starts == null ? "" : starts);
        };
    }
}
