package dragoman.glossary;

import dragoman.glossary.Term.Status;
import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One segment pair held to many terms: {@code mvn -Pbench verify -DskipTests -Dbench=TermBase}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 2, time = 3)
public class TermBaseBenchmark {
  private static final LanguageTag EN = LanguageTag.of("en");

  @Param({"5000", "50000"})
  private int terms;

  @Param({"az", "ru"})
  private String language;

  private TermBase base;
  private LanguageTag to;

  /** Terms of one to three made-up words, and the real ones of the text. */
  @Setup
  public void build() {
    to = LanguageTag.of(language);
    Random random = new Random(7);
    List<Concept> concepts = new ArrayList<>();
    for (int i = 0; i < terms; i++) {
      concepts.add(concept(words(random, "abdegiklmnorstu"), words(random, letters())));
    }
    concepts.add(concept("Ganja", language.equals("az") ? "Gəncə" : "Гянджа"));
    concepts.add(
        concept(
            "Foreign Minister",
            language.equals("az") ? "Xarici İşlər Naziri" : "министр иностранных дел"));
    base = TermBase.of(concepts);
    verify();
  }

  /** A sentence of usual length with two terms. */
  @Benchmark
  public List<TermFinding> verify() {
    return base.verify(
        EN,
        to,
        "The Foreign Minister said on Tuesday in Ganja that two schools and a hospital had been"
            + " damaged by the shelling of residential areas last night.",
        language.equals("az")
            ? "Xarici işlər naziri çərşənbə axşamı Gəncədə bildirib ki, dünən gecə yaşayış"
                + " məntəqələrinin atəşə tutulması nəticəsində iki məktəb və xəstəxana ziyan görüb."
            : "Министр иностранных дел заявил во вторник в Гяндже, что прошлой ночью в результате"
                + " обстрела жилых районов повреждены две школы и больница.");
  }

  private String letters() {
    return language.equals("az") ? "abcdəgiklmnorsşu" : "абвгдеиклмнорстую";
  }

  private Concept concept(String source, String target) {
    return Concept.draft(
        "", List.of(Term.of(EN, source, Status.PREFERRED), Term.of(to, target, Status.PREFERRED)));
  }

  private static String words(Random random, String letters) {
    StringBuilder text = new StringBuilder();
    for (int word = random.nextInt(3); word >= 0; word--) {
      for (int i = 3 + random.nextInt(7); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      text.append(word > 0 ? " " : "");
    }
    return text.toString();
  }
}
