package dragoman.dispatch;

import dragoman.text.Tag;
import java.util.Map;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.ITextUnit;

/** How a format's text and codes are read and written. */
interface Style {

  /** What a person sees of a code. */
  String label(Code code, Tag.Kind kind);

  /** Characters of Okapi's text that stand for a lone tag, with its label. */
  Map<Character, String> asTags();

  /** Whether white space in this unit counts as one space, however much there is. */
  boolean collapses(ITextUnit unit);

  /** Whether the unit is written between quotation marks, and its own must be references. */
  boolean quoted(ITextUnit unit);

  /** The text without what the format cannot hold. */
  String clean(String text);
}
