package dragoman.segmentation;

/**
 * Why a place that could end a sentence does or does not.
 *
 * @param at the place's offset in the paragraph, in UTF-16 units
 * @param breaks whether a sentence ends here
 * @param rule what decided, on one line: the SRX rule with its file, the comment above it and its
 *     two patterns; or the trained model and the rule that it overruled
 * @param by the SRX rule that decided or was overruled
 */
public record Decision(int at, boolean breaks, String rule, SrxRule by) {}
