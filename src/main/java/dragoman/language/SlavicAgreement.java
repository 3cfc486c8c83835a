package dragoman.language;

import dragoman.language.SlavicNouns.Gender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What agrees with a name in Russian and Ukrainian: an adjective before it, the verb behind it. */
final class SlavicAgreement {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}'’ʼ-]+");

  private final LanguageTag language;
  private final boolean russian;
  private final SlavicNouns nouns;

  SlavicAgreement(LanguageTag language, SlavicNouns nouns) {
    this.language = language;
    this.russian = language.language().equals("ru");
    this.nouns = nouns;
  }

  /** The word behind a place, in small letters; empty where a mark comes first. */
  String next(String text, int at) {
    Matcher matcher = WORD.matcher(text);
    return matcher.find(at) && text.substring(at, matcher.start()).isBlank()
        ? Casing.lower(language, matcher.group())
        : "";
  }

  boolean isVerb(String word) {
    return russian
        ? word.matches(
            ".{2,}(?:[аяиыеу]л|[аяиыеу]ла|[аяиыеу]ло|[аяиыеу]ли)(?:сь|ся)?|ш[её]л|.*шла|.*ш[её]л|.*шли"
                + "|.{2,}(?:ает|яет|ует|юет|еет|ит|ют|ут|ят|ат|ёт|жет|чет)(?:ся)?|был[аои]?|смогл?[аи]?")
        : word.matches(
            ".{2,}(?:[аяиіу]в|[аяиіу]ла|[аяиіу]ло|[аяиіу]ли)(?:ся|сь)?|.*йшов|.*йшла|.*йшли"
                + "|.{2,}(?:ає|яє|ує|ює|іє|ить|їть|ють|уть|ять|ать|же|че)(?:ться)?|був|бул[аио]|зміг|змогла");
  }

  boolean isAdjectiveForm(String word) {
    return russian
        ? word.matches(
            "[а-яё]{3,}(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ей|ое|ее|ые|ие|ых|их|ыми|ими)")
        : word.matches("[а-яєіїґ'’]{3,}(?:ий|ій|ого|ього|ому|ьому|им|ім|ої|ьої|ою|их|іх|ими)");
  }

  /**
   * Makes what stands beside the name agree.
   *
   * @param cases what case the name may have here
   * @return whether all that agrees is mended
   */
  boolean agree(
      Renaming.Place place, Gender old, Gender now, Set<Integer> cases, List<Edit> edits) {
    if (old == now && old != Gender.UNKNOWN) {
      return true;
    }
    boolean certain = true;
    SlavicRenaming.Before before = SlavicRenaming.Before.of(place.text(), place.start(), language);
    if (before.adjacent() && looksAgreeing(before.word(), cases)) {
      certain = adjective(place, before, old, now, cases, edits);
    }
    if (refersBack(place)) {
      return false;
    }
    if (cases.contains(0)) {
      certain &= verb(place, old, now, cases, edits);
    }
    return certain;
  }

  private boolean looksAgreeing(String word, Set<Integer> cases) {
    boolean place =
        word.matches("город.*|столиц.*|район.*|село|селе|міст.*|губернатор.*|министр.*");
    return !place
        && isAdjectiveForm(word)
        && !word.matches(".*(?:ство|тие|ние|ии|тель|ем|том|ном|ком|сем)");
  }

  private boolean adjective(
      Renaming.Place place,
      SlavicRenaming.Before before,
      Gender old,
      Gender now,
      Set<Integer> cases,
      List<Edit> edits) {
    if (old == Gender.UNKNOWN || now == Gender.UNKNOWN || cases.size() != 1) {
      return false;
    }
    int one = cases.iterator().next();
    String form = before.word();
    for (String base : bases(form)) {
      if (nouns.adjective(base, old, one).equals(Set.of(form))) {
        String made = nouns.adjective(base, now, one).iterator().next();
        boolean capital = Character.isUpperCase(place.text().codePointAt(before.start()));
        edits.add(
            new Edit(
                before.start(), before.end(), capital ? Casing.capitalized(language, made) : made));
        return true;
      }
    }
    // a genitive before the name belongs to another noun
    return false;
  }

  private List<String> bases(String form) {
    List<String> bases = new ArrayList<>();
    String stem =
        form.replaceFirst(
            "(?:ого|его|ому|ему|ыми|ими|ый|ий|ой|ым|им|ом|ем|ая|яя|ую|юю|ей|ое|ее|ые|ие|ых|их|ій|ього|ьому|ім|ої|ьої|ою|ьою|іх|іми|а|я|у|ю|е|є|і)$",
            "");
    for (String ending : russian ? List.of("ый", "ий", "ой") : List.of("ий", "ій")) {
      bases.add(stem + ending);
    }
    return bases;
  }

  /** A relative clause or a pronoun that takes up the name. */
  private boolean refersBack(Renaming.Place place) {
    String rest = Casing.lower(language, place.text().substring(place.end()));
    return rest.matches(
        russian
            ? "(?s),? ?(?:в |на |из |с |о |к )?котор.*|(?s).*[ ,](?:она|он|его|её|ее|их|ней|нее|неё|ему|нему|ним|нём)[ ,.].*"
            : "(?s),? ?(?:в |у |на |з |до )?(?:який|яка|яке|якої|якого|якій|якому|яку).*|(?s).*[ ,](?:вона|він|його|їх|її|ній|неї|йому|нього|ним|ньому)[ ,.].*");
  }

  private boolean verb(
      Renaming.Place place, Gender old, Gender now, Set<Integer> cases, List<Edit> edits) {
    Matcher matcher = WORD.matcher(place.text());
    int at = place.end();
    int seen = 0;
    Optional<Edit> mended = Optional.empty();
    while (matcher.find(at)) {
      String word = Casing.lower(language, matcher.group());
      boolean close = seen <= 2;
      at = matcher.end();
      seen++;
      if (agreesWith(word, old)) {
        if (!close || mended.isPresent()) {
          return false;
        }
        Optional<String> made = made(word, now);
        if (made.isEmpty()
            || word.matches("был.?|бул.?|був|стал.?|став|оказал..|осталась|остался|являет.*")) {
          return false;
        }
        mended = Optional.of(new Edit(matcher.start(), matcher.end(), made.get()));
      } else if (present(word) && close && (old == Gender.PLURAL) != (now == Gender.PLURAL)) {
        return false;
      }
    }
    if (mended.isPresent()) {
      edits.add(mended.get());
      return true;
    }
    // an indeclinable name with no verb of any gender near it
    boolean unknown = old == Gender.UNKNOWN || now == Gender.UNKNOWN;
    return !unknown || cases.size() > 1 || !anyPast(place.text());
  }

  private boolean present(String word) {
    return isVerb(word)
        && !word.matches(russian ? ".*л[аои]?(?:сь|ся)?" : ".*(?:в|л[аио])(?:ся|сь)?");
  }

  private boolean anyPast(String text) {
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = Casing.lower(language, matcher.group());
      for (Gender gender :
          List.of(Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER, Gender.PLURAL)) {
        if (agreesWith(word, gender)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean agreesWith(String word, Gender gender) {
    String vowel = russian ? "[аяиыеу]" : "[аяиіу]";
    String ending =
        switch (gender) {
          case MASCULINE -> russian ? vowel + "л(?:ся)?|ш[её]л" : vowel + "в(?:ся)?|йшов";
          case FEMININE -> russian ? vowel + "ла(?:сь)?|шла" : vowel + "ла(?:ся)?|йшла";
          case NEUTER -> russian ? vowel + "ло(?:сь)?|шло" : vowel + "ло(?:ся)?|йшло";
          case PLURAL -> russian ? vowel + "ли(?:сь)?|шли" : vowel + "ли(?:ся)?|йшли";
          case UNKNOWN -> russian ? vowel + "л[аои]?(?:сь|ся)?" : vowel + "(?:в|л[аои])(?:ся)?";
        };
    return word.length() > 3 && word.matches(".*(?:" + ending + ")") && isVerb(word);
  }

  /** A past tense in another gender or number. */
  private Optional<String> made(String word, Gender now) {
    boolean reflexive = word.matches(".*(?:ся|сь)");
    String bare = reflexive ? word.substring(0, word.length() - 2) : word;
    Matcher past =
        Pattern.compile(
                russian
                    ? "(.*[аяиыеу])л[аои]?|(.*ш)(?:[её]л|л[аои])"
                    : "(.*[аяиіу])(?:в|л[аои])|(.*йш)(?:ов|л[аои])")
            .matcher(bare);
    if (!past.matches() || now == Gender.UNKNOWN) {
      return Optional.empty();
    }
    String stem = past.group(1);
    boolean going = stem == null;
    String made =
        switch (now) {
          case MASCULINE ->
              going ? past.group(2) + (russian ? "ел" : "ов") : stem + (russian ? "л" : "в");
          case FEMININE -> (going ? past.group(2) : stem) + "ла";
          case NEUTER -> (going ? past.group(2) : stem) + "ло";
          default -> (going ? past.group(2) : stem) + "ли";
        };
    if (!reflexive) {
      return Optional.of(made);
    }
    return Optional.of(made + (russian && now != Gender.MASCULINE ? "сь" : "ся"));
  }
}
