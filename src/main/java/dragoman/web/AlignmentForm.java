package dragoman.web;

import dragoman.dispatch.AlignmentInput;
import dragoman.dispatch.Alignments;
import dragoman.dispatch.Upload;
import dragoman.language.LanguageTag;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the texts of an alignment from a form: text1, file1 or dispatch1, language1, and so on. */
final class AlignmentForm {
  private static final int MOST = 6;

  private final Alignments alignments;

  AlignmentForm(Alignments alignments) {
    this.alignments = alignments;
  }

  /**
   * The form's texts in order.
   *
   * @throws ProblemException 415 if it is no form, 400 if one is left out between others
   */
  List<AlignmentInput> inputs(Context ctx) throws IOException {
    if (!ctx.isMultipartFormData()) {
      throw new ProblemException(
          415, "Not a form", "This request takes a form, Content-Type multipart/form-data.");
    }
    List<AlignmentInput> inputs = new ArrayList<>();
    for (int number = 1; number <= MOST; number++) {
      Optional<AlignmentInput> input = input(ctx, number);
      if (input.isPresent() && inputs.size() < number - 1) {
        throw Requests.missing("text" + (number - 1));
      }
      input.ifPresent(inputs::add);
    }
    return inputs;
  }

  private Optional<AlignmentInput> input(Context ctx, int number) throws IOException {
    Optional<LanguageTag> language = Uploads.field(ctx, "language" + number).map(LanguageTag::of);
    UploadedFile file = ctx.uploadedFile("file" + number);
    if (file != null) {
      try (InputStream content = file.content()) {
        return Optional.of(
            new AlignmentInput(new Upload(file.filename(), content.readAllBytes()), language));
      }
    }
    if (Uploads.field(ctx, "dispatch" + number).isPresent()) {
      return Optional.of(alignments.ofDispatch(Uploads.number(ctx, "dispatch" + number), language));
    }
    return Optional.ofNullable(ctx.formParam("text" + number))
        .map(text -> new AlignmentInput(Upload.pasted(text), language));
  }
}
