package dragoman.dispatch;

import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.TextFragment;

/**
 * Okapi's text with its inline codes as ours, and back.
 *
 * <p>A break or a tab between two words has a space beside it in our text, so that words stay
 * apart; on the way back the space goes away.
 */
final class Fragments {
  /** Codes whose id is taken get one from here on. */
  private static final int NEW_IDS = 10_000;

  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Character> characters = new HashMap<>();
  private final TaggedText text;

  /** Reads a unit's source. */
  Fragments(ITextUnit unit, Style style) {
    TextFragment fragment = unit.getSource().getUnSegmentedContentCopy();
    boolean collapses = style.collapses(unit);
    StringBuilder plain = new StringBuilder();
    List<Tag> tags = new ArrayList<>();
    String coded = fragment.getCodedText();
    int extra = NEW_IDS;
    boolean spaced = false;
    boolean blank = false;
    for (int i = 0; i < coded.length(); i++) {
      char c = coded.charAt(i);
      String own = style.asTags().get(c);
      if (own != null) {
        Tag tag = new Tag(plain.length(), Tag.Kind.ALONE, extra++, own, "");
        characters.put(key(tag), c);
        tags.add(tag);
        spaced |= !endsBlank(plain);
      } else if (TextFragment.isMarker(c)) {
        Code code = fragment.getCode(coded.charAt(++i));
        Tag.Kind kind = kind(c);
        int id = Math.max(1, code.getId());
        if (codes.containsKey(kind + "/" + id)) {
          id = extra++;
        }
        Tag tag = new Tag(plain.length(), kind, id, style.label(code, kind), code.getData());
        codes.put(key(tag), code);
        tags.add(tag);
        spaced |= Tags.spaces(tag) && !endsBlank(plain);
        blank &= Tags.spaces(tag);
      } else if (collapses && Character.isWhitespace(c)) {
        if (!blank) {
          plain.append(' ');
        }
        blank = true;
        spaced = false;
      } else {
        plain.append(spaced && !Character.isWhitespace(c) ? " " : "").append(c);
        spaced = false;
        blank = false;
      }
    }
    this.text = new TaggedText(plain.toString(), tags);
  }

  /** The text with its tags. */
  TaggedText text() {
    return text;
  }

  /**
   * Another text with this one's codes; tags that are not this one's are left out.
   *
   * @param quoted whether quotation marks are written as references
   */
  TextFragment with(TaggedText other, boolean quoted) {
    TextFragment made = new TextFragment();
    String plain = other.plain();
    int at = 0;
    boolean spaced = false;
    for (Tag tag : other.tags()) {
      if (tag.at() > at) {
        append(made, plain.substring(at, tag.at()), spaced, quoted);
        spaced = false;
        at = tag.at();
      }
      Code code = codes.get(key(tag));
      Character character = characters.get(key(tag));
      if (code != null) {
        made.append(code.clone());
      } else if (character != null) {
        made.append((char) character);
      }
      spaced |= Tags.spaces(tag);
    }
    append(made, plain.substring(at), spaced, quoted);
    return made;
  }

  private static void append(TextFragment made, String text, boolean spaced, boolean quoted) {
    String rest = spaced && text.startsWith(" ") ? text.substring(1) : text;
    int from = 0;
    for (int at = quoted ? rest.indexOf('"') : -1; at >= 0; at = rest.indexOf('"', from)) {
      made.append(rest.substring(from, at));
      made.append(TextFragment.TagType.PLACEHOLDER, "quotation", "&quot;");
      from = at + 1;
    }
    made.append(rest.substring(from));
  }

  private static boolean endsBlank(StringBuilder plain) {
    return plain.length() == 0 || Character.isWhitespace(plain.charAt(plain.length() - 1));
  }

  private static Tag.Kind kind(char marker) {
    return switch (marker) {
      case TextFragment.MARKER_OPENING -> Tag.Kind.OPEN;
      case TextFragment.MARKER_CLOSING -> Tag.Kind.CLOSE;
      default -> Tag.Kind.ALONE;
    };
  }

  private static String key(Tag tag) {
    return tag.kind() + "/" + tag.id();
  }
}
