package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.memory.Context;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Variant;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes out of a dispatch: the document in a language, its segments as units. */
final class Exports {
  private Exports() {}

  static Exported original(Dispatch dispatch, byte[] bytes) {
    String name =
        dispatch.fileName().isEmpty()
            ? dispatch.slug() + "." + dispatch.format().ending()
            : dispatch.fileName();
    return new Exported(name, dispatch.format().mediaType(), List.of(), out -> out.write(bytes));
  }

  static Exported translated(
      Dispatch dispatch,
      LanguageTag target,
      Document document,
      List<SegmentStore.Placed> segments,
      Map<Long, Translation> translations) {
    List<Export.Piece> pieces =
        segments.stream()
            .map(p -> new Export.Piece(p.segment().paragraph(), p.place(), p.segment().source()))
            .toList();
    Document.Written written =
        Export.write(
            document,
            dispatch.source(),
            target,
            pieces,
            index ->
                Optional.ofNullable(translations.get(segments.get(index).segment().id()))
                    .map(Translation::target)
                    .filter(text -> !text.isBlank()));
    return of(
        dispatch.fileName().isEmpty() ? dispatch.slug() : base(dispatch.fileName()),
        dispatch.format(),
        document.encoding(),
        target,
        written,
        notes(segments, translations));
  }

  private static List<String> notes(
      List<SegmentStore.Placed> segments, Map<Long, Translation> translations) {
    int drafts = 0;
    int missing = 0;
    for (SegmentStore.Placed placed : segments) {
      Translation translation = translations.get(placed.segment().id());
      if (translation == null || translation.target().isBlank()) {
        missing++;
      } else if (!translation.state().confirmed()) {
        drafts++;
      }
    }
    List<String> notes = new ArrayList<>();
    if (missing > 0) {
      notes.add(counted(missing, "has", "have") + " no translation and stayed as in the source.");
    }
    if (drafts > 0) {
      notes.add(counted(drafts, "is a draft", "are drafts") + " that nobody has confirmed.");
    }
    return notes;
  }

  private static String counted(int count, String one, String more) {
    return count == 1 ? "1 segment " + one : count + " segments " + more;
  }

  static Exported of(
      String name,
      Format format,
      String encoding,
      LanguageTag target,
      Document.Written written,
      List<String> notes) {
    if (!written.encoding().equals(encoding)) {
      notes.add(
          "The original's encoding "
              + encoding
              + " lacks letters of the translation, so it is in "
              + written.encoding()
              + ".");
    }
    String mediaType =
        written.encoding().isEmpty()
            ? format.mediaType()
            : format.mediaType() + "; charset=" + written.encoding();
    return new Exported(
        name + "." + target + "." + format.ending(),
        mediaType,
        List.copyOf(notes),
        out -> out.write(written.bytes()));
  }

  private static String base(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }

  /** Confirmed segments in all their languages, with their neighbours. */
  static List<NewUnit> units(Dispatch dispatch, SegmentStore store) {
    Map<Long, List<Variant>> targets = new HashMap<>();
    for (Target target : dispatch.targets()) {
      store
          .translations(dispatch.id(), target.language())
          .values()
          .forEach(
              translation -> {
                if (translation.state().confirmed()) {
                  targets
                      .computeIfAbsent(translation.segment(), id -> new ArrayList<>())
                      .add(Variant.of(target.language(), translation.target()));
                }
              });
    }
    List<Segment> segments = store.segments(dispatch.id(), 0, Integer.MAX_VALUE);
    List<NewUnit> units = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      TaggedText source = segments.get(i).source();
      List<Variant> variants = targets.get(segments.get(i).id());
      if (variants != null) {
        variants.add(0, Variant.of(dispatch.source(), source));
        Context context =
            new Context(
                dispatch.source(),
                Optional.of(i == 0 ? "" : segments.get(i - 1).source().plain()),
                Optional.of(i + 1 == segments.size() ? "" : segments.get(i + 1).source().plain()));
        units.add(new NewUnit(variants, Metadata.EMPTY, List.of(context)));
      }
    }
    return List.copyOf(units);
  }
}
