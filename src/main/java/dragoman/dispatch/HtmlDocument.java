package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.Encodings;
import dragoman.text.TaggedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.html.HtmlFilter;
import net.sf.okapi.filters.html.Parameters;

/**
 * A page of HTML, read by Okapi's HTML filter. Written again, it is the page as it came with the
 * new texts in the places of the old ones.
 *
 * <p>Written again, the root element says the new language where it said the old one ({@code
 * lang}), and {@code dir} where the direction of writing changes; all else but the text stays.
 * Characters that the page's encoding lacks are written as references.
 */
final class HtmlDocument implements Document {
  private static final Pattern ROOT = Pattern.compile("<html\\b[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern LANG = attribute("(?:xml:)?lang");
  private static final Pattern DIR = attribute("dir");
  private static final Pattern CHARSET =
      Pattern.compile(
          "(<meta\\b[^>]*?charset\\s*=\\s*[\"']?)([\\w:.-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDED =
      Pattern.compile("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=[^\"]*\">");

  /**
   * Okapi's rules, but a list to choose from and a field to write into are no part of a sentence.
   */
  private static final String RULES = rules();

  private static final String INVISIBLE = "\u00A0\u00AD\u200C\u200D\u200E\u200F";

  private final Encodings.Decoded decoded;
  private final OkapiReader okapi = new OkapiReader(new HtmlStyle());
  private final List<Paragraph> paragraphs;
  private final List<HtmlSplice.Unit> units = new ArrayList<>();

  HtmlDocument(Upload upload, Encodings.Decoded decoded) {
    this.decoded = decoded;
    List<Paragraph> read = new ArrayList<>();
    boolean headed = false;
    try {
      for (OkapiReader.Piece piece : okapi.read(filter(), raw(LanguageTag.of("en")))) {
        boolean attribute = piece.unit().isReferent();
        boolean main = !attribute && "h1".equals(piece.unit().getType()) && !headed;
        headed |= main;
        boolean title = !attribute && "title".equals(piece.unit().getType());
        read.add(new Paragraph(main || title, piece.text()));
        units.add(
            new HtmlSplice.Unit(piece.text(), attribute, new HtmlStyle().collapses(piece.unit())));
      }
    } catch (RuntimeException e) {
      throw new DocumentException(
          upload.called()
              + " cannot be read as HTML ("
              + Documents.reason(e)
              + "); open it in a browser, save it as a web page again, and send that.",
          e);
    }
    this.paragraphs = List.copyOf(read);
  }

  @Override
  public Format format() {
    return Format.HTML;
  }

  @Override
  public String encoding() {
    return decoded.charset().name();
  }

  @Override
  public List<Paragraph> paragraphs() {
    return paragraphs;
  }

  @Override
  public Written write(LanguageTag source, LanguageTag target, Map<Integer, TaggedText> changed) {
    String page =
        spliced(source, target, changed).orElseGet(() -> rewritten(source, target, changed));
    return new Written(decoded.encode(page), decoded.charset().name());
  }

  /** The page with its new texts in the places of the old ones; nothing if a place is not found. */
  private Optional<String> spliced(
      LanguageTag source, LanguageTag target, Map<Integer, TaggedText> changed) {
    String page = decoded.text();
    if (!HtmlPlaces.usable(page)) {
      return Optional.empty();
    }
    Optional<List<HtmlPlaces.Place>> found = HtmlPlaces.of(page, marked());
    if (found.isEmpty()
        || found.get().size() != units.size()
        || found.get().stream()
            .anyMatch(p -> p.codes().size() != units.get(p.number()).text().tags().size())) {
      return Optional.empty();
    }
    HtmlSplice splice = new HtmlSplice(page, found.get(), decoded.charset().newEncoder());
    HtmlStyle style = new HtmlStyle();
    for (HtmlPlaces.Place place : found.get()) {
      TaggedText text = changed.get(place.number());
      HtmlSplice.Unit unit = units.get(place.number());
      if (text != null) {
        TaggedText fit = Tags.nested(new TaggedText(style.clean(text.plain()), text.tags()));
        splice.exchange(place, unit, fit);
      }
    }
    if (!source.meets(target)) {
      splice.speak(source, target);
    }
    return Optional.of(splice.page());
  }

  private String marked() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    IFilter filter = filter();
    // no page is in it, so that what pages say of their languages stays
    LocaleId none = LocaleId.fromBCP47("zxx");
    try (IFilterWriter writer = filter.createFilterWriter()) {
      writer.setOptions(none, StandardCharsets.UTF_8.name());
      writer.setOutput(out);
      okapi.mark(filter, new RawDocument(decoded.text(), none), writer, none);
    }
    return charset(out.toString(StandardCharsets.UTF_8));
  }

  /** The page as Okapi writes it, in its own spelling. */
  private String rewritten(
      LanguageTag source, LanguageTag target, Map<Integer, TaggedText> changed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    IFilter filter = filter();
    try (IFilterWriter writer = filter.createFilterWriter()) {
      writer.setOptions(OkapiReader.locale(target), decoded.charset().name());
      writer.setOutput(out);
      okapi.write(filter, raw(source), writer, target, changed);
    }
    String page = charset(out.toString(decoded.charset()));
    return source.meets(target) ? page : root(page, source, target);
  }

  private IFilter filter() {
    HtmlFilter filter = new HtmlFilter();
    Parameters parameters = new Parameters(RULES);
    filter.setParameters(parameters);
    parameters.setBoolean("preserve_whitespace", true);
    parameters.setBoolean("quoteModeDefined", true);
    parameters.setInteger("quoteMode", 0);
    // what nobody sees stays a reference where the page had one
    if (decoded.text().contains("&nbsp;") || decoded.text().contains("&shy;")) {
      parameters.setString("escapeCharacters", INVISIBLE);
    }
    return filter;
  }

  private RawDocument raw(LanguageTag source) {
    return new RawDocument(decoded.text(), OkapiReader.locale(source));
  }

  /** The page saying of its encoding what the original says. */
  private String charset(String page) {
    Matcher said = CHARSET.matcher(decoded.text());
    String own = page.startsWith("\uFEFF") ? page.substring(1) : page;
    return said.find()
        ? CHARSET.matcher(own).replaceFirst("$1" + Matcher.quoteReplacement(said.group(2)))
        : ADDED.matcher(own).replaceFirst("");
  }

  private static String root(String page, LanguageTag source, LanguageTag target) {
    Matcher root = ROOT.matcher(page);
    if (!root.find()) {
      return page;
    }
    String tag = LANG.matcher(root.group()).replaceAll("$1\"" + target.value() + "\"");
    if (source.rightToLeft() != target.rightToLeft()) {
      String direction = target.rightToLeft() ? "rtl" : "ltr";
      tag =
          DIR.matcher(tag).find()
              ? DIR.matcher(tag).replaceAll("$1\"" + direction + "\"")
              : tag.substring(0, tag.length() - 1) + " dir=\"" + direction + "\">";
    }
    return page.substring(0, root.start()) + tag + page.substring(root.end());
  }

  private static Pattern attribute(String name) {
    return Pattern.compile(
        "(\\s" + name + "\\s*=\\s*)(\"[^\"]*\"|'[^']*'|[^\\s>]+)", Pattern.CASE_INSENSITIVE);
  }

  private static String rules() {
    try (InputStream in =
        HtmlFilter.class.getResourceAsStream(Parameters.NONWELLFORMED_PARAMETERS)) {
      String rules = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return rules
          .replaceFirst("(?m)(^  select:\\R    ruleTypes: )\\[INLINE]", "$1[GROUP]")
          .replaceFirst("(?m)(^  textarea:\\R    ruleTypes: )\\[INLINE]", "$1[TEXTUNIT]")
          .replaceFirst("(?m)(^  option:\\R    ruleTypes: )\\[ATTRIBUTES_ONLY]", "$1[TEXTUNIT]");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
