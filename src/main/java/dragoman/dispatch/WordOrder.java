package dragoman.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which Word's properties stand in their element, which its schema (ECMA-376 part 1,
 * annex A.1: CT_PPr, CT_RPr, CT_TblPr) makes a sequence.
 */
enum WordOrder {
  PARAGRAPH(
      "pPr",
      "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr"
          + " shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
          + " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
          + " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId"
          + " cnfStyle rPr sectPr",
      "pPrChange"),
  RUN(
      "rPr",
      "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow"
          + " emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz"
          + " szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout"
          + " specVanish oMath",
      "rPrChange"),
  TABLE(
      "tblPr",
      "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
          + " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
          + " tblDescription",
      "tblPrChange");

  private final String element;
  private final List<String> order;
  private final String last;

  WordOrder(String element, String order, String last) {
    this.element = element;
    this.order = Arrays.asList(order.split(" "));
    this.last = last;
  }

  /** The element's name, without a prefix. */
  String element() {
    return element;
  }

  /**
   * The element in order, with one property as given; made where it is missing.
   *
   * @param properties the element, or nothing
   * @param prefix what names of the schema begin with, as {@code w:}
   * @param property the property's name without the prefix
   * @param value its element; empty to take it away
   */
  String with(String properties, String prefix, String property, String value) {
    List<String> kept = new ArrayList<>();
    String content = "";
    if (!properties.isEmpty()) {
      content = Markup.children(properties).get(0).content(properties);
    }
    for (Markup.Element child : Markup.children(content)) {
      if (!child.name().equals(prefix + property)) {
        kept.add(child.of(content));
      }
    }
    if (!value.isEmpty()) {
      kept.add(value);
    }
    return made(kept, prefix);
  }

  /** The element with its properties in order. */
  String sorted(String properties, String prefix) {
    return with(properties, prefix, "", "");
  }

  private String made(List<String> properties, String prefix) {
    if (properties.isEmpty()) {
      return "";
    }
    properties.sort(Comparator.comparingInt(p -> rank(p, prefix)));
    return "<"
        + prefix
        + element
        + ">"
        + String.join("", properties)
        + "</"
        + prefix
        + element
        + ">";
  }

  /** What other schemas add stands behind all but the record of a change. */
  private int rank(String property, String prefix) {
    String name = Markup.children(property).get(0).name();
    String local = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    int rank = order.indexOf(local);
    return local.equals(last) ? order.size() + 1 : rank < 0 ? order.size() : rank;
  }
}
