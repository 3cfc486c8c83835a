package dragoman.segmentation;

/**
 * Why a place that could end a sentence does or does not.
 *
 * @param at the place's offset in the paragraph, in UTF-16 units
 * @param breaks whether a sentence ends here
 * @param rule the SRX rule that decided: its file, the comment above it and its two patterns
 */
public record Decision(int at, boolean breaks, String rule) {}
