package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.Encodings;
import dragoman.text.TaggedText;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.html.HtmlFilter;
import net.sf.okapi.filters.html.Parameters;

/**
 * A page of HTML, read and written by Okapi's HTML filter, which keeps the page's own spelling.
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
  private static final String INVISIBLE = "\u00A0\u00AD\u200C\u200D\u200E\u200F";

  private final Encodings.Decoded decoded;
  private final OkapiReader okapi = new OkapiReader(new HtmlStyle());
  private final List<Paragraph> paragraphs;

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
    try (IFilterWriter writer = filter.createFilterWriter()) {
      writer.setOptions(OkapiReader.locale(target), decoded.charset().name());
      writer.setOutput(out);
      okapi.write(filter, raw(source), writer, target, changed);
    }
    String page = mended(out.toString(decoded.charset()), source, target);
    return new Written(decoded.encode(page), decoded.charset().name());
  }

  private IFilter filter() {
    HtmlFilter filter = new HtmlFilter();
    Parameters parameters = (Parameters) filter.getParameters();
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

  private String mended(String page, LanguageTag source, LanguageTag target) {
    Matcher said = CHARSET.matcher(decoded.text());
    String mended = page.startsWith("\uFEFF") ? page.substring(1) : page;
    if (said.find()) {
      mended = CHARSET.matcher(mended).replaceFirst("$1" + Matcher.quoteReplacement(said.group(2)));
    } else {
      mended = ADDED.matcher(mended).replaceFirst("");
    }
    return source.meets(target) ? mended : root(mended, source, target);
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
}
