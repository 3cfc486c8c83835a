package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.RawDocument;

/**
 * A page of HTML, read and written by Okapi's HTML5 filter.
 *
 * <p>Written again, the page says its new language where it said its old one ({@code lang} of the
 * root element), and {@code dir} where the direction of writing changes; all else but the text
 * stays. Characters that the page's encoding lacks are written as references.
 */
final class HtmlDocument implements Document {
  private static final Pattern ELEMENT = Pattern.compile("<([a-zA-Z][a-zA-Z0-9]*)[^<>]*>[^<]*$");
  private static final Pattern ROOT = Pattern.compile("<html\\b[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern LANG =
      Pattern.compile(
          "(\\s(?:xml:)?lang\\s*=\\s*)(\"[^\"]*\"|'[^']*'|[^\\s>]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE =
      Pattern.compile("<(html|head|body)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOCTYPE =
      Pattern.compile("^<!DOCTYPE html>\\r?\\n?", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_LABEL = 24;

  private final Encodings.Decoded decoded;
  private final OkapiReader okapi;
  private final List<Paragraph> paragraphs;

  HtmlDocument(Upload upload, Encodings.Decoded decoded) {
    this.decoded = decoded;
    this.okapi = new OkapiReader(HtmlDocument::label, Map.of(), text -> text.replace('\r', ' '));
    List<Paragraph> read = new ArrayList<>();
    boolean headed = false;
    try {
      for (OkapiReader.Piece piece : okapi.read(filter(), raw(LanguageTag.of("en")))) {
        String element = element(piece);
        boolean main = element.equals("h1") && !headed;
        headed |= main;
        read.add(new Paragraph(main || element.equals("title"), piece.text()));
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
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    IFilter filter = filter();
    IFilterWriter writer = filter.createFilterWriter();
    writer.setOptions(OkapiReader.locale(target), decoded.charset().name());
    writer.setOutput(out);
    okapi.write(filter, raw(source), writer, target, changed);
    String page = out.toString(decoded.charset());
    return new Written(decoded.encode(mended(page, source, target)), decoded.charset().name());
  }

  private static IFilter filter() {
    return new PageFilter();
  }

  /** The filter gets UTF-8 whatever the page is in, since it would not ask the page. */
  private RawDocument raw(LanguageTag source) {
    byte[] utf8 = decoded.text().getBytes(StandardCharsets.UTF_8);
    return new RawDocument(
        new ByteArrayInputStream(utf8), StandardCharsets.UTF_8.name(), OkapiReader.locale(source));
  }

  /** Gives back what the filter makes uniform: what stands before the root, a root that was not. */
  private String mended(String page, LanguageTag source, LanguageTag target) {
    String original = decoded.text();
    String body = page;
    if (!body.isEmpty() && body.charAt(0) == '\uFEFF') {
      body = body.substring(1);
    }
    Matcher root = ROOT.matcher(original);
    String before = root.find() ? original.substring(0, root.start()) : before(original);
    body = before + DOCTYPE.matcher(body).replaceFirst("");
    if (!BARE.matcher(original).find()) {
      body = withoutFrame(body);
    } else if (!source.meets(target)) {
      body = inLanguage(body, target);
    }
    return body;
  }

  private static String inLanguage(String page, LanguageTag target) {
    Matcher root = ROOT.matcher(page);
    if (!root.find()) {
      return page;
    }
    String tag = LANG.matcher(root.group()).replaceAll("$1\"" + target.value() + "\"");
    return page.substring(0, root.start()) + tag + page.substring(root.end());
  }

  private static String before(String original) {
    Matcher doctype =
        Pattern.compile("^\\s*<!DOCTYPE[^>]*>\\s*", Pattern.CASE_INSENSITIVE).matcher(original);
    return doctype.find() ? doctype.group() : "";
  }

  private static String withoutFrame(String page) {
    return page.replaceFirst("(?i)<html[^>]*>\\s*<head[^>]*></head>\\s*<body[^>]*>", "")
        .replaceFirst("(?i)</body>\\s*</html>\\s*$", "");
  }

  /** The element that a unit is the content of. */
  private static String element(OkapiReader.Piece piece) {
    if (piece.unit().isReferent() || piece.unit().getSkeleton() == null) {
      return "";
    }
    String skeleton = piece.unit().getSkeleton().toString();
    int self = skeleton.indexOf("[#$$self$");
    Matcher element = ELEMENT.matcher(self < 0 ? skeleton : skeleton.substring(0, self));
    return element.find() ? element.group(1).toLowerCase(java.util.Locale.ROOT) : "";
  }

  private static String label(Code code, Tag.Kind kind) {
    String data = code.getData();
    if (code.getType() != null && !code.getType().equals("null") && data.startsWith("<")) {
      return code.getType();
    }
    return data.length() <= LONGEST_LABEL ? data : data.substring(0, LONGEST_LABEL) + "…";
  }
}
