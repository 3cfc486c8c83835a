package dragoman.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * German: names without an article and with one, the prepositions and articles before them ({@code
 * in Georgien}, {@code in der Türkei}, {@code nach Georgien}, {@code in die Türkei}), the genitive.
 */
final class GermanRenaming implements Renaming {
  private static final Pattern FRAME =
      Pattern.compile(
          "(?iu)(?:(?<![\\p{L}])(in|nach|aus|mit|von|zu|bei|seit|für|gegen|durch|ohne|um|zwischen|über|an|auf"
              + "|unter|vor|wegen|während|trotz|gegenüber|innerhalb|außerhalb) )?"
              + "(?:(?<![\\p{L}])(der|die|das|den|dem|des|im|vom|zum|zur|beim|ins|am) )?$");
  private static final Map<String, String> CONTRACTED =
      Map.of(
          "im", "in dem", "vom", "von dem", "zum", "zu dem", "zur", "zu der", "beim", "bei dem",
          "ins", "in das", "am", "an dem");
  private static final Set<String> DATIVE =
      Set.of("aus", "mit", "von", "zu", "bei", "seit", "zwischen", "gegenüber", "nach");
  private static final Set<String> ACCUSATIVE = Set.of("für", "gegen", "durch", "ohne", "um");
  private static final Set<String> GENITIVE =
      Set.of("wegen", "während", "trotz", "innerhalb", "außerhalb");

  /** An adjective at the beginning of a name tells its noun's gender: Kaspisches Meer. */
  private static final Pattern ADJECTIVE =
      Pattern.compile(
          "\\p{Lu}\\p{Ll}*(?:isch|lich|ional|einigt|eint|ändig|chwarz|ot|oh|roß|entral|eutsch|ig|berst|rn|neu|gelb|weiß)(es|er|e) \\p{Lu}");

  /** How a name is used: with which article. */
  enum Kind {
    BARE,
    FEMININE,
    MASCULINE,
    NEUTER,
    PLURAL
  }

  private enum Case {
    NOMINATIVE,
    ACCUSATIVE,
    DATIVE,
    GENITIVE
  }

  private final LanguageTag language;

  GermanRenaming(LanguageTag language) {
    this.language = language;
  }

  @Override
  public Optional<Rewriting> rename(Place place) {
    String written = place.written();
    Kind old = kind(place.from());
    Kind now = kind(place.to());
    Matcher frame = FRAME.matcher(place.text().substring(0, place.start()));
    if (!frame.find()) {
      return Optional.empty();
    }
    String preposition = small(frame.group(1));
    String article = small(frame.group(2));
    if (CONTRACTED.containsKey(article)) {
      String[] both = CONTRACTED.get(article).split(" ");
      preposition = both[0];
      article = both[1];
    }
    if (article.isEmpty() && old == Kind.MASCULINE && isCountry(place.from())) {
      // the desk writes Iran without its article
      old = Kind.BARE;
      now = now == Kind.MASCULINE && isCountry(place.to()) ? Kind.BARE : now;
    }
    if (old != Kind.BARE && article.isEmpty() || old == Kind.BARE && !article.isEmpty()) {
      return unframed(place, old, now, written);
    }
    return old == Kind.BARE
        ? fromBare(place, frame, preposition, now, written)
        : fromArticle(place, frame, preposition, article, old, now, written);
  }

  /** A title before a person's name, a headline without articles. */
  private Optional<Rewriting> unframed(Place place, Kind old, Kind now, String written) {
    boolean bare = written.equals(place.from()) || same(written, place.from());
    boolean single = place.to().indexOf(' ') < 0 && place.from().indexOf(' ') < 0;
    return bare
        ? replaced(place, place.to(), old == now && single)
        : genitive(written, place.from()).flatMap(s -> replaced(place, place.to() + "s", false));
  }

  private Optional<Rewriting> replaced(Place place, String name, boolean certain) {
    return Rewriting.of(
        certain, new Edit(place.start(), place.end(), Renaming.cased(language, place, name)));
  }

  private boolean same(String written, String base) {
    return small(written).equals(small(base));
  }

  private Optional<String> genitive(String written, String base) {
    String rest = small(written).startsWith(small(base)) ? written.substring(base.length()) : "-";
    return rest.matches("e?s|['’]|S") ? Optional.of(rest) : Optional.empty();
  }

  private Optional<Rewriting> fromBare(
      Place place, Matcher frame, String preposition, Kind now, String written) {
    boolean base = same(written, place.from());
    Optional<String> genitive = genitive(written, place.from());
    if (!base && genitive.isEmpty()) {
      return Optional.empty();
    }
    if (now == Kind.BARE) {
      if (base) {
        return replaced(place, place.to(), true);
      }
      boolean sibilant = place.to().matches(".*(?:[sxzß]|ce)");
      return replaced(place, place.to() + (sibilant ? "’" : "s"), !sibilant);
    }
    if (!base) {
      // der Präsident der Türkei, but no der Türkei Präsident
      boolean behindNoun =
          place.text().substring(0, place.start()).matches("(?su).*\\p{Lu}[\\p{L}-]+ ");
      return behindNoun && now != Kind.MASCULINE && now != Kind.NEUTER
          ? framed(place, place.start(), "der", place.to(), now, Case.GENITIVE, true)
          : Optional.empty();
    }
    int start = frame.start(1) < 0 ? place.start() : frame.start(1);
    Optional<Case> one = caseOf(preposition, place);
    if (preposition.equals("in")) {
      one = Optional.of(Case.DATIVE);
    }
    if (preposition.equals("nach")) {
      return framed(place, start, "in", place.to(), now, Case.ACCUSATIVE, true);
    }
    if (one.isEmpty()) {
      return framed(place, start, preposition, place.to(), now, Case.ACCUSATIVE, false);
    }
    boolean agrees = (one.get() != Case.NOMINATIVE || now != Kind.PLURAL) && !refersBack(place);
    return framed(place, start, preposition, place.to(), now, one.get(), agrees);
  }

  /** What a name without an article is, where the words before it tell. */
  private Optional<Case> caseOf(String preposition, Place place) {
    if (DATIVE.contains(preposition)) {
      return Optional.of(Case.DATIVE);
    }
    if (ACCUSATIVE.contains(preposition)) {
      return Optional.of(Case.ACCUSATIVE);
    }
    if (GENITIVE.contains(preposition)) {
      return Optional.of(Case.GENITIVE);
    }
    String before = place.text().substring(0, place.start());
    if (before.matches("(?isu).*\\bzwischen [^,.;]* und (?:der |dem |den )?")) {
      return Optional.of(Case.DATIVE);
    }
    boolean subject = preposition.isEmpty() && place.opens() && place.role() == Role.SUBJECT;
    return subject ? Optional.of(Case.NOMINATIVE) : Optional.empty();
  }

  private Optional<Rewriting> fromArticle(
      Place place,
      Matcher frame,
      String preposition,
      String article,
      Kind old,
      Kind now,
      String written) {
    List<Case> cases = new ArrayList<>();
    for (Case one : Case.values()) {
      boolean governed = governs(preposition, one, place);
      if (articleOf(old, one).equals(article)
          && governed
          && declined(place.from(), old, one).stream().anyMatch(f -> same(written, f))) {
        cases.add(one);
      }
    }
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    boolean start = frame.start(1) >= 0;
    int from = start ? frame.start(1) : frame.start(2);
    if (old == now) {
      Case one = cases.get(0);
      boolean clear = cases.stream().map(c -> declined(place.to(), now, c)).distinct().count() == 1;
      List<String> forms = declined(place.to(), now, one);
      return replaced(place, forms.get(0), clear && forms.size() == 1);
    }
    boolean subject = place.role() == Role.SUBJECT && (place.opens() || opens(place, from));
    if (cases.contains(Case.NOMINATIVE) && subject) {
      cases.retainAll(List.of(Case.NOMINATIVE));
    }
    if (cases.contains(Case.GENITIVE) && cases.size() > 1 && preposition.isEmpty()) {
      boolean behindNoun = place.text().substring(0, from).matches("(?su).*\\p{Lu}[\\p{L}-]+ ");
      if (behindNoun && place.role() != Role.TO) {
        cases.retainAll(List.of(Case.GENITIVE));
      }
    }
    Case one = cases.get(0);
    boolean certain = cases.size() == 1;
    boolean plural = one == Case.NOMINATIVE && (old == Kind.PLURAL) != (now == Kind.PLURAL);
    plural |= refersBack(place);
    if (now == Kind.BARE) {
      certain |= !cases.contains(Case.GENITIVE);
      return toBare(place, from, preposition, one, certain && !plural);
    }
    return framed(place, from, preposition, place.to(), now, one, certain && !plural);
  }

  /** Whether a pronoun behind the name takes its gender. */
  private static boolean refersBack(Place place) {
    String rest = place.text().substring(place.end());
    return rest.matches(
        "(?su),? ?,(?: in| mit| aus| von)? (?:der|die|das|dem|den|deren|dessen) .*"
            + "|.*[ ,](?:sein|seine|seinen|seinem|seiner|seines|ihr|ihre|ihren|ihrem|ihrer|ihres|er|sie|ihm|ihn)[ ,.].*");
  }

  private boolean opens(Place place, int from) {
    return place.text().substring(0, from).isBlank();
  }

  private boolean governs(String preposition, Case one, Place place) {
    if (preposition.isEmpty()) {
      boolean between =
          place
              .text()
              .substring(0, place.start())
              .matches("(?isu).*\\bzwischen [^,.;]* und (?:der |dem |den )?");
      return !between || one == Case.DATIVE;
    }
    if (DATIVE.contains(preposition)) {
      return one == Case.DATIVE;
    }
    if (ACCUSATIVE.contains(preposition)) {
      return one == Case.ACCUSATIVE;
    }
    if (GENITIVE.contains(preposition)) {
      return one == Case.GENITIVE;
    }
    return one == Case.DATIVE || one == Case.ACCUSATIVE;
  }

  private Optional<Rewriting> toBare(
      Place place, int from, String preposition, Case one, boolean certain) {
    if (one == Case.GENITIVE) {
      boolean sibilant = place.to().matches(".*(?:[sxzß]|ce)");
      String name = sibilant ? "von " + place.to() : place.to() + "s";
      return Rewriting.of(certain, new Edit(from, place.end(), name));
    }
    String word = preposition.equals("in") && one == Case.ACCUSATIVE ? "nach" : preposition;
    String text = (word.isEmpty() ? "" : word + " ") + place.to();
    return Rewriting.of(certain, new Edit(from, place.end(), opened(place, from, text)));
  }

  private Optional<Rewriting> framed(
      Place place, int from, String preposition, String name, Kind now, Case one, boolean certain) {
    List<String> forms = declined(name, now, one);
    String article = articleOf(now, one);
    String both =
        switch (preposition + " " + article) {
          case "in dem" -> "im";
          case "von dem" -> "vom";
          case "zu dem" -> "zum";
          case "zu der" -> "zur";
          case "bei dem" -> "beim";
          case "der der" -> "der";
          default -> preposition.isEmpty() ? article : preposition + " " + article;
        };
    return Rewriting.of(
        certain && forms.size() == 1,
        new Edit(from, place.end(), opened(place, from, both + " " + forms.get(0))));
  }

  private String opened(Place place, int from, String text) {
    boolean capital = Character.isUpperCase(place.text().codePointAt(from)) && opens(place, from);
    return capital ? Casing.capitalized(language, text) : text;
  }

  private static String articleOf(Kind kind, Case one) {
    String row =
        switch (kind) {
          case FEMININE -> "die die der der";
          case MASCULINE -> "der den dem des";
          case NEUTER -> "das das dem des";
          case PLURAL -> "die die den der";
          case BARE -> "- - - -";
        };
    return row.split(" ")[one.ordinal()];
  }

  /** A name behind its article; several forms where usage differs. */
  private List<String> declined(String base, Kind kind, Case one) {
    String[] words = base.split(" ");
    StringBuilder begun = new StringBuilder();
    for (int i = 0; i < words.length - 1; i++) {
      String word = words[i];
      if (word.matches("\\p{Lu}\\p{Ll}{2,}(?:e|er|es)")) {
        String stem = word.replaceFirst("(?:er|es|e)$", "");
        boolean weak =
            one == Case.DATIVE
                || one == Case.GENITIVE
                || kind == Kind.PLURAL
                || kind == Kind.MASCULINE && one == Case.ACCUSATIVE;
        begun.append(stem).append(weak ? "en" : "e").append(' ');
      } else {
        begun.append(word).append(' ');
      }
    }
    String last = words[words.length - 1];
    boolean shouts = Renaming.shouts(last) || last.equals("USA") || last.contains("UN-");
    if (kind == Kind.PLURAL && one == Case.DATIVE && !shouts && !last.matches(".*[ns]")) {
      return List.of(begun + last + "n");
    }
    boolean weakNoun = last.matches("(?i).*(?:präsident|kommandant|journalist|soldat|patriarch)");
    if (kind == Kind.MASCULINE && weakNoun && one != Case.NOMINATIVE) {
      return List.of(begun + last + "en");
    }
    if ((kind == Kind.MASCULINE || kind == Kind.NEUTER) && one == Case.GENITIVE) {
      if (isCountry(base) || shouts) {
        return List.of(begun + last, begun + last + "s");
      }
      boolean two = last.matches("(?i).*(?:rat|amt|bund|hof|kreuz|fonds)");
      return two ? List.of(begun + last + "es", begun + last + "s") : List.of(begun + last + "s");
    }
    return List.of(begun + last);
  }

  private static boolean isCountry(String base) {
    return base.matches(
        "Iran|Irak|Jemen|Libanon|Sudan|Südsudan|Tschad|Kongo|Niger|Senegal|Kosovo|Oman");
  }

  static Kind kind(String base) {
    if (base.matches(
        "USA|UN|VAE|Niederlande|Philippinen|Malediven|Seychellen|Bahamas|Komoren|.*Staaten.*|.*Emirate"
            + "|Vereinte Nationen|.*inseln|.*truppen|.*kräfte|Golanhöhen")) {
      return Kind.PLURAL;
    }
    if (isCountry(base) && !base.equals("Oman")
        || base.matches(
            "(?:.*[Kk]aukasus|Bosporus|Balkan|Kreml|Vatikan|Gazastreifen|Nahe[r]? Osten|Ferne[r]? Osten)"
                + "|.*(?:[Rr]at|[Mm]inister|[Pp]räsident|[Kk]anzler|[Bb]und|[Gg]erichtshof|[Ff]onds|[Aa]usschuss"
                + "|[Ss]ekretär|[Ss]precher|[Bb]otschafter|[Kk]ommissar|[Gg]ouverneur|[Ss]icherheitsrat|[Ff]luss)")) {
      return Kind.MASCULINE;
    }
    if (base.matches(
        "Türkei|Schweiz|Ukraine|Slowakei|Mongolei|Elfenbeinküste|Krim|EU|NATO|Nato|OSZE|UNO|UNESCO|Unesco|WHO"
            + "|GUS|OPEC|Opec|AfD|CDU|SPD"
            + "|.*(?:[a-zäöü](?:ung|heit|keit|schaft)|[Ii]on|[Uu]nion|[Bb]ank|[Rr]epublik|[Pp]artei|[Aa]gentur"
            + "|[Oo]rganisation|[Kk]ommission|[Aa]kademie|[Uu]niversität|[Aa]rmee|[Ll]iga|[Bb]ehörde|[Kk]ammer"
            + "|[Vv]ersammlung|[Pp]olizei)")) {
      return Kind.FEMININE;
    }
    if (base.matches(
        ".*(?:[Mm]inisterium|[Pp]arlament|[a-z]amt|[Gg]ericht|[Ii]nstitut|[Kk]omitee|[Zz]entrum|[Kk]reuz|Baltikum"
            + "|[Kk]onsulat|[Mm]useum|[Tt]heater|[Kk]rankenhaus|[Hh]ilfswerk)")) {
      return Kind.NEUTER;
    }
    Matcher adjective = ADJECTIVE.matcher(base);
    if (adjective.lookingAt()) {
      return switch (adjective.group(1)) {
        case "er" -> Kind.MASCULINE;
        case "es" -> Kind.NEUTER;
        default -> base.matches(".*(?:en|ten|nnen)") ? Kind.PLURAL : Kind.FEMININE;
      };
    }
    return Kind.BARE;
  }

  private String small(String text) {
    return text == null ? "" : Casing.lower(language, text);
  }
}
