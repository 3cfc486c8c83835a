package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.quality.Checker;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pre-translates a document that is kept nowhere. */
final class DocumentTranslation {
  private DocumentTranslation() {}

  static TranslatedDocument of(
      Intake.Read read,
      LanguageTag from,
      LanguageTag to,
      Pretranslator pretranslator,
      Checker checker) {
    List<Intake.Piece> pieces = read.pieces();
    Map<Integer, TaggedText> drafts = new HashMap<>();
    List<TranslatedDocument.Found> findings = new ArrayList<>();
    int wordsLeft = 0;
    for (int i = 0; i < pieces.size(); i++) {
      TaggedText source = pieces.get(i).text();
      Optional<Pretranslator.Draft> draft =
          pretranslator.draft(source, plain(pieces, i - 1), plain(pieces, i + 1));
      if (draft.isPresent()) {
        TaggedText text = draft.get().text();
        drafts.put(i, text);
        int number = i + 1;
        checker
            .check(from, to, source, text)
            .forEach(finding -> findings.add(new TranslatedDocument.Found(number, finding)));
      } else {
        wordsLeft += pieces.get(i).words();
      }
    }
    List<Export.Piece> places =
        pieces.stream().map(p -> new Export.Piece(p.paragraph(), p.place(), p.text())).toList();
    Document.Written written =
        Export.write(
            read.document(), from, to, places, index -> Optional.ofNullable(drafts.get(index)));
    Preview preview = read.preview();
    return new TranslatedDocument(
        Exports.of(
            preview.slug(), preview.format(), preview.encoding(), to, written, new ArrayList<>()),
        pretranslator.report(),
        preview.segments(),
        preview.words(),
        wordsLeft,
        findings);
  }

  private static String plain(List<Intake.Piece> pieces, int index) {
    return index < 0 || index >= pieces.size() ? "" : pieces.get(index).text().plain();
  }
}
