package dragoman.dispatch;

/**
 * What a newer version of its document makes of a dispatch, in sentences.
 *
 * @param dispatch the dispatch as it then is; as it was, where it was only looked at
 * @param kept how many stand as they did, with their translations and states
 * @param changed how many have another text: their translations are drafts to be looked at
 * @param added how many are new
 * @param removed how many are not in the newer version; their history stays
 * @param choices how many joins and splits of translators hold in the newer version
 */
public record Correction(
    Dispatch dispatch, int kept, int changed, int added, int removed, int choices) {}
