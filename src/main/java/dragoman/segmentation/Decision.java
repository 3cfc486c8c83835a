package dragoman.segmentation;

/**
 * Why a place that could end a sentence does or does not.
 *
 * @param at the place's offset in the paragraph, in UTF-16 units
 * @param breaks whether a sentence ends here
 * @param rule what decided, on one line: what the comment above the SRX rule says, or its patterns
 *     where there is none, and its file and line; or the trained model and the rule that it
 *     overruled
 * @param by the SRX rule that decided or was overruled
 */
public record Decision(int at, boolean breaks, String rule, SrxRule by) {}
