package dragoman.language;

import com.ibm.icu.util.ULocale;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * French: what stands before a name by what it names ({@code à Bakou}, {@code en Turquie}, {@code
 * au Japon}, {@code aux États-Unis}; {@code de}, {@code du}, {@code de la}, {@code des}), elision.
 */
final class FrenchRenaming implements Renaming {
  private static final Pattern FRAME =
      Pattern.compile(
          "(?iu)(?<![\\p{L}'’])(à la |à l['’]|au |aux |à |en |de la |de l['’]|du |des |de |d['’]|la |le |l['’]|les )$");
  private static final Pattern AGREES =
      Pattern.compile(
          "(?iu).*(?<![\\p{L}])(?:est|sont|était|étaient|été|fut|furent|sera|seront|serait|s['’]est|devenue?s?|elles?|ils?)(?![\\p{L}]).*",
          Pattern.DOTALL);
  private static final Pattern LED =
      Pattern.compile(
          "(?isu).*(?<![\\p{L}])(?:avec|pour|contre|vers|entre|dans|sur|sans|selon|par|chez|sous|depuis|hors|malgré|concernant|et) $");

  /** How a name is used. */
  enum Kind {
    /** A city or a person. */
    BARE,
    FEMININE,
    MASCULINE,
    PLURAL
  }

  private enum Frame {
    PLACE,
    TO,
    FROM,
    OF,
    ARTICLE
  }

  private final LanguageTag language;
  private final Set<String> countries = new HashSet<>();

  FrenchRenaming(LanguageTag language) {
    this.language = language;
    for (String code : ULocale.getISOCountries()) {
      countries.add(ULocale.getDisplayCountry("und-" + code, language.icu()));
    }
    countries.removeAll(
        Set.of(
            "Chypre",
            "Malte",
            "Cuba",
            "Madagascar",
            "Taïwan",
            "Singapour",
            "Bahreïn",
            "Oman",
            "Djibouti",
            "Monaco",
            "Haïti",
            "Israël",
            "Maurice",
            "Hong Kong",
            "Saint-Marin",
            "Porto Rico"));
    countries.addAll(
        Set.of(
            "Europe",
            "Asie",
            "Afrique",
            "Amérique",
            "Crimée",
            "Catalogne",
            "Tchétchénie",
            "Abkhazie",
            "Adjarie",
            "Ossétie",
            "Transcaucasie",
            "Karabakh",
            "Haut-Karabakh",
            "Haut-Karabagh",
            "Nakhitchevan",
            "Caucase",
            "Caucase du Sud",
            "Kurdistan",
            "Tatarstan",
            "Daghestan",
            "Sibérie",
            "Anatolie",
            "Californie",
            "Bavière",
            "Écosse",
            "Angleterre",
            "Cisjordanie",
            "Palestine",
            "Donbass",
            "Proche-Orient",
            "Moyen-Orient",
            "Kremlin",
            "Vatican",
            "Kosovo",
            "Transnistrie",
            "Koura",
            "Biélorussie",
            "Birmanie",
            "Turquie",
            "Tchéquie",
            "Moldavie",
            "Kirghizie",
            "Kirghizistan",
            "Turkménistan",
            "Corée du Nord",
            "Corée du Sud"));
  }

  @Override
  public Optional<Rewriting> rename(Place place) {
    String written = place.written();
    int elided =
        written.matches("(?iu)[ld]['’].*") && !place.from().matches("(?iu)[ld]['’].*") ? 2 : 0;
    if (!fold(written.substring(elided)).equals(fold(place.from()))) {
      return Optional.empty();
    }
    int start = place.start() + elided;
    Matcher before = FRAME.matcher(place.text().substring(0, start));
    String word = before.find() ? small(before.group(1)).replace('’', '\'') : "";
    int from = word.isEmpty() ? start : before.start(1);
    Kind old = kind(place.from());
    Kind now = kind(place.to());
    Set<Frame> frames = frames(word, old, place.from());
    if (frames.isEmpty()) {
      return plain(place, start, old, now);
    }
    narrow(frames, place);
    Set<String> made = new LinkedHashSet<>();
    for (Frame frame : frames) {
      made.add(lead(frame, now, place.to()));
    }
    String lead = made.iterator().next();
    if (place.text().substring(0, start).indexOf('’') >= 0 || written.indexOf('’') >= 0) {
      lead = lead.replace('\'', '’');
    }
    boolean certain = made.size() == 1 && agrees(place, from, frames, old, now);
    boolean capital =
        from < place.text().length()
            && Character.isUpperCase(place.text().codePointAt(from))
            && (!word.isEmpty() || opens(place, from));
    String name =
        Renaming.shouts(written) && !Renaming.shouts(place.from())
            ? Casing.upper(language, place.to())
            : place.to();
    String text = lead + name;
    return Rewriting.of(
        certain, new Edit(from, place.end(), capital ? Casing.capitalized(language, text) : text));
  }

  private static boolean opens(Place place, int from) {
    return place.text().substring(0, from).codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** A name without its article: a title before a person, a list, a headline. */
  private Optional<Rewriting> plain(Place place, int start, Kind old, Kind now) {
    boolean certain = old == now && old != Kind.BARE;
    return Rewriting.of(
        certain, new Edit(start, place.end(), Renaming.cased(language, place, place.to())));
  }

  /** What the words before the old name can mean. */
  private Set<Frame> frames(String word, Kind kind, String name) {
    boolean bare = kind == Kind.BARE;
    return switch (word) {
      case "en " -> EnumSet.of(Frame.PLACE);
      case "à la ", "à l'" -> EnumSet.of(Frame.TO);
      case "au ", "aux " -> bare ? EnumSet.noneOf(Frame.class) : EnumSet.of(Frame.PLACE, Frame.TO);
      case "à " -> bare ? EnumSet.of(Frame.PLACE, Frame.TO) : EnumSet.noneOf(Frame.class);
      case "de la ", "de l'" -> EnumSet.of(Frame.OF);
      case "du ", "des " -> EnumSet.of(Frame.FROM, Frame.OF);
      case "de ", "d'" ->
          bare || kind == Kind.MASCULINE && !vowel(name)
              ? EnumSet.of(Frame.FROM, Frame.OF)
              : EnumSet.of(Frame.FROM);
      case "la ", "le ", "l'", "les " ->
          bare ? EnumSet.noneOf(Frame.class) : EnumSet.of(Frame.ARTICLE);
      default -> bare ? EnumSet.of(Frame.ARTICLE) : EnumSet.noneOf(Frame.class);
    };
  }

  private static void narrow(Set<Frame> frames, Place place) {
    Frame only =
        switch (place.role()) {
          case IN -> Frame.PLACE;
          case OF -> Frame.OF;
          default -> null;
        };
    if (only != null && frames.contains(only)) {
      frames.retainAll(Set.of(only));
    }
  }

  private String lead(Frame frame, Kind kind, String name) {
    boolean vowel = vowel(name);
    if (kind == Kind.BARE) {
      return switch (frame) {
        case PLACE -> name.equals("Israël") ? "en " : "à ";
        case TO -> "à ";
        case FROM, OF -> vowel ? "d'" : "de ";
        case ARTICLE -> "";
      };
    }
    boolean feminine = kind == Kind.FEMININE;
    if (kind == Kind.PLURAL) {
      return switch (frame) {
        case PLACE, TO -> "aux ";
        case FROM, OF -> "des ";
        case ARTICLE -> "les ";
      };
    }
    return switch (frame) {
      case PLACE -> feminine || vowel ? "en " : "au ";
      case TO -> vowel ? "à l'" : feminine ? "à la " : "au ";
      case FROM -> vowel ? "d'" : feminine ? "de " : "du ";
      case OF -> vowel ? "de l'" : feminine ? "de la " : "du ";
      case ARTICLE -> vowel ? "l'" : feminine ? "la " : "le ";
    };
  }

  /** Whether nothing else in the sentence has to agree with the name. */
  private boolean agrees(Place place, int from, Set<Frame> frames, Kind old, Kind now) {
    boolean places = frames.equals(EnumSet.of(Frame.PLACE));
    boolean seas = place.from().startsWith("mer ") && place.to().startsWith("mer ");
    boolean body = !countries.contains(place.to()) && now != Kind.BARE && !seas;
    if (places && body) {
      return false;
    }
    if (!frames.contains(Frame.ARTICLE) || old == now && old != Kind.BARE) {
      return true;
    }
    String before = place.text().substring(0, from);
    if (LED.matcher(before).matches()) {
      return true;
    }
    boolean number = (old == Kind.PLURAL) != (now == Kind.PLURAL);
    String rest = place.text().substring(place.end());
    return !number && !AGREES.matcher(rest).matches();
  }

  private boolean vowel(String name) {
    if (name.matches("(?iu)h.*")) {
      return name.matches("(?iu)(?:haïti|helsinki|hiroshima|hôpital|homme|histoire).*");
    }
    return name.matches("(?iu)[aeiouàâäéèêëîïôöûü].*");
  }

  Kind kind(String base) {
    if (base.matches(
        "(?iu)(?:états-unis|pays-bas|émirats.*|philippines|maldives|seychelles|comores|bahamas|nations unies|balkans|forces .*|îles .*|fidji)")) {
      return Kind.PLURAL;
    }
    String head = small(base).split("[ '’]")[0];
    if (List.of(
            "ministre",
            "ministère",
            "conseil",
            "comité",
            "président",
            "secrétaire",
            "fonds",
            "parlement",
            "haut-commissariat",
            "tribunal",
            "programme",
            "premier",
            "gouvernement",
            "sénat",
            "parti",
            "commandement",
            "procureur",
            "porte-parole",
            "ambassadeur",
            "centre",
            "bureau",
            "hôpital",
            "fmi",
            "hcr",
            "croissant-rouge",
            "pacte",
            "groupe",
            "mouvement",
            "service",
            "musée",
            "directeur",
            "chef",
            "roi")
        .contains(head)) {
      return Kind.MASCULINE;
    }
    if (List.of(
            "banque",
            "union",
            "organisation",
            "commission",
            "cour",
            "croix-rouge",
            "assemblée",
            "agence",
            "communauté",
            "ligue",
            "république",
            "onu",
            "otan",
            "osce",
            "ue",
            "unesco",
            "oms",
            "cei",
            "opep",
            "école",
            "fédération",
            "garde",
            "police",
            "armée",
            "chambre",
            "mission",
            "coalition",
            "alliance",
            "université",
            "académie",
            "maison",
            "mer",
            "koura",
            "reine",
            "société",
            "fondation")
        .contains(head)) {
      return Kind.FEMININE;
    }
    if (countries.contains(base)) {
      boolean feminine =
          base.matches(".*e(?: du (?:Nord|Sud)| centrale| orientale)?")
              && !base.matches(
                  "Mexique|Cambodge|Mozambique|Zimbabwe|Belize|Caucase|Suriname|Caucase du Sud");
      return feminine ? Kind.FEMININE : Kind.MASCULINE;
    }
    return Kind.BARE;
  }

  private String small(String text) {
    return Casing.lower(language, text);
  }

  private String fold(String text) {
    return small(text).replace('’', '\'');
  }
}
