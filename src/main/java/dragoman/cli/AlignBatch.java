package dragoman.cli;

import dragoman.Dragoman;
import dragoman.alignment.Aligner;
import dragoman.alignment.Group;
import dragoman.alignment.Joint;
import dragoman.alignment.Text;
import dragoman.dispatch.AlignmentTrouble;
import dragoman.dispatch.AlignmentTroubles;
import dragoman.dispatch.DocumentException;
import dragoman.dispatch.LanguageDetector;
import dragoman.memory.Memories;
import dragoman.memory.UnitWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Aligns the jobs of a batch, some thousands of sentences at a time, which teach each other. What
 * is done is noted, and not done again when the same batch is run again.
 */
final class AlignBatch {
  /** So many sentences are enough to learn from, and fit into memory. */
  private static final int AT_ONCE = 30_000;

  private final Aligner aligner = new Aligner();
  private final AlignmentTroubles troubles =
      new AlignmentTroubles(aligner, LanguageDetector.ofBundledModel());
  private final Wanted wanted;
  private final AlignJournal journal;
  private final Runnable step;
  private final AlignReport report;
  private final List<Ready> ready = new ArrayList<>();
  private int sentences;

  /**
   * What is to become of an alignment.
   *
   * @param links whether outputs are links, else TMX
   * @param threshold links less sure than this wait for a person
   * @param options all that decides a result beside the texts
   * @param memory the memory that sure links go into
   */
  record Wanted(boolean links, double threshold, String options, Optional<Target> memory) {}

  /** A memory of a data folder; made when there is something to put into it. */
  record Target(Dragoman dragoman, String memory) {}

  private record Ready(AlignJob job, String key, List<Text> texts) {
    List<String> files() {
      return job.files().stream().map(AlignJob.Source::file).toList();
    }
  }

  /**
   * @param step told of each job that is done
   */
  AlignBatch(Wanted wanted, AlignJournal journal, AlignReport report, Runnable step) {
    this.wanted = wanted;
    this.journal = journal;
    this.report = report;
    this.step = step;
  }

  /** Does what is not done yet; a job that fails holds up no other. */
  void run(List<AlignJob> jobs) throws IOException {
    for (AlignJob job : jobs) {
      try {
        List<byte[]> contents = new ArrayList<>();
        for (AlignJob.Source source : job.files()) {
          contents.add(AlignReader.bytes(source.file()));
        }
        String key = AlignJournal.key(contents, wanted.options() + "\n" + job.output().orElse(""));
        List<Text> texts = job.files().stream().map(source -> source.reading().read()).toList();
        ready.add(new Ready(job, key, texts));
        sentences += texts.stream().mapToInt(text -> text.sentences().size()).sum();
      } catch (CommandException | DocumentException e) {
        failed(job, e.getMessage());
      }
      if (sentences >= AT_ONCE) {
        align();
      }
    }
    align();
  }

  /**
   * Does one job, whose texts may come from the standard input.
   *
   * @throws CommandException if it fails
   */
  void one(AlignJob job) throws IOException {
    List<Text> texts = job.files().stream().map(source -> source.reading().read()).toList();
    ready.add(new Ready(job, "", texts));
    alignAll();
    report.expectNone();
  }

  private void align() throws IOException {
    if (!ready.stream().allMatch(this::done)) {
      alignAll();
    } else {
      ready.forEach(this::before);
    }
    ready.clear();
    sentences = 0;
  }

  private boolean done(Ready one) {
    return journal.done(one.key()).isPresent()
        && one.job().output().map(output -> Files.exists(Path.of(output))).orElse(true);
  }

  private void before(Ready one) {
    report.before(one.job(), journal.done(one.key()).orElseThrow());
    step.run();
  }

  private void alignAll() throws IOException {
    List<Ready> good = new ArrayList<>();
    for (Ready one : ready) {
      Optional<AlignmentTrouble> trouble = troubles.before(one.files(), one.texts());
      if (trouble.isPresent()) {
        failed(one.job(), trouble.get().detail());
      } else {
        good.add(one);
      }
    }
    List<Joint> joints = aligner.joint(good.stream().map(Ready::texts).toList(), () -> {});
    List<Runnable> notes = new ArrayList<>();
    Optional<UnitWriter> writer = Optional.empty();
    try {
      for (int k = 0; k < good.size(); k++) {
        Ready one = good.get(k);
        Optional<AlignmentTrouble> trouble =
            troubles.after(one.files(), one.texts(), joints.get(k));
        if (trouble.isPresent()) {
          failed(one.job(), trouble.get().detail());
        } else if (done(one)) {
          before(one);
        } else {
          if (writer.isEmpty()) {
            writer = wanted.memory().map(AlignBatch::writer);
          }
          put(one, joints.get(k), writer).ifPresent(notes::add);
        }
      }
    } finally {
      writer.ifPresent(UnitWriter::close);
    }
    notes.forEach(Runnable::run);
  }

  private static UnitWriter writer(Target target) {
    Memories memories = target.dragoman().memories();
    return memories.writer(
        memories.find(target.memory()).orElseGet(() -> memories.create(target.memory(), "")),
        Imports.WHO);
  }

  /** Writes what comes of a job; what notes it is to be run when all is durable. */
  private Optional<Runnable> put(Ready one, Joint joint, Optional<UnitWriter> writer)
      throws IOException {
    AlignOutput output = new AlignOutput(one.texts(), one.files(), joint.groups());
    try {
      if (one.job().output().isPresent()) {
        output.write(wanted.links(), one.job().output().get());
      }
    } catch (CommandException e) {
      failed(one.job(), e.getMessage());
      return Optional.empty();
    }
    writer.ifPresent(memory -> output.units(this::sure, memory::add));
    AlignJournal.Counts counts = counts(joint);
    if (counts.doubtful() > 0) {
      wanted
          .memory()
          .ifPresent(
              target ->
                  target
                      .dragoman()
                      .dispatches()
                      .alignments()
                      .keep(one.job().name(), one.files(), one.texts(), joint, Imports.WHO));
    }
    return Optional.of(
        () -> {
          journal.add(one.key(), counts, one.job().name());
          report.aligned(one.job(), counts);
          step.run();
        });
  }

  private boolean sure(Group group) {
    return !group.contradicted() && group.confidence() >= wanted.threshold();
  }

  private AlignJournal.Counts counts(Joint joint) {
    int sure = 0;
    int open = 0;
    for (Group group : joint.groups()) {
      open += group.open() ? 1 : 0;
      sure += !group.open() && sure(group) ? 1 : 0;
    }
    return new AlignJournal.Counts(sure, joint.groups().size() - sure - open, open);
  }

  private void failed(AlignJob job, String why) {
    report.failed(job, why);
    step.run();
  }
}
