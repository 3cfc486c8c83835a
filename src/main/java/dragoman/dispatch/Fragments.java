package dragoman.dispatch;

import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.sf.okapi.common.resource.Code;
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

  /**
   * Reads a fragment.
   *
   * @param label what a person sees of a code, from the code and whether it is a pair's
   * @param asTags characters that stand for a lone tag, with its label
   */
  Fragments(TextFragment fragment, Labels label, Map<Character, String> asTags) {
    StringBuilder plain = new StringBuilder();
    List<Tag> tags = new ArrayList<>();
    String coded = fragment.getCodedText();
    int extra = NEW_IDS;
    boolean spaced = false;
    for (int i = 0; i < coded.length(); i++) {
      char c = coded.charAt(i);
      String own = asTags.get(c);
      Tag tag = null;
      if (own != null) {
        tag = new Tag(plain.length(), Tag.Kind.ALONE, extra++, own, "");
        characters.put(key(tag), c);
      } else if (TextFragment.isMarker(c)) {
        Code code = fragment.getCode(coded.charAt(++i));
        Tag.Kind kind = kind(c);
        int id = Math.max(1, code.getId());
        if (codes.containsKey(kind + "/" + id)) {
          id = extra++;
        }
        String said = label.of(code, kind);
        tag = new Tag(plain.length(), kind, id, said.isEmpty() ? "·" : said, code.getData());
        codes.put(key(tag), code);
      }
      if (tag == null) {
        if (spaced && !Character.isWhitespace(c)) {
          plain.append(' ');
        }
        spaced = false;
        plain.append(c);
      } else {
        tags.add(tag);
        spaced |= Tags.spaces(tag) && !endsBlank(plain);
      }
    }
    this.text = new TaggedText(plain.toString(), tags);
  }

  /** What a code is called on its chip. */
  @FunctionalInterface
  interface Labels {
    String of(Code code, Tag.Kind kind);
  }

  /** The text with its tags. */
  TaggedText text() {
    return text;
  }

  /**
   * A fragment of another text with this one's codes; tags that are not this one's are left out.
   */
  TextFragment with(TaggedText other, UnaryOperator<String> clean) {
    TextFragment made = new TextFragment();
    String plain = other.plain();
    int at = 0;
    boolean spaced = false;
    for (Tag tag : other.tags()) {
      append(made, clean.apply(plain.substring(at, tag.at())), spaced && tag.at() > at);
      spaced &= tag.at() == at;
      at = tag.at();
      Code code = codes.get(key(tag));
      Character character = characters.get(key(tag));
      if (code != null) {
        made.append(code.clone());
      } else if (character != null) {
        made.append((char) character);
      }
      spaced |= Tags.spaces(tag);
    }
    append(made, clean.apply(plain.substring(at)), spaced);
    return made;
  }

  private static void append(TextFragment made, String text, boolean spaced) {
    made.append(spaced && text.startsWith(" ") ? text.substring(1) : text);
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
