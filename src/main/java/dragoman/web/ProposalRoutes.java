package dragoman.web;

import dragoman.account.Permission;
import dragoman.glossary.Concept;
import dragoman.glossary.Glossary;
import dragoman.language.LanguageTag;
import dragoman.storage.StaleVersionException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Terms proposed by translators, and declined by maintainers. */
final class ProposalRoutes {
  private final Glossary glossary;
  private final TermNews news;
  private final EventHub hub;
  private final Requests requests;

  ProposalRoutes(Glossary glossary, TermNews news, EventHub hub, Requests requests) {
    this.glossary = glossary;
    this.news = news;
    this.hub = hub;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    routes.post("/api/glossary/proposals", this::propose);
    routes.post("/api/concepts/{id}/decline", this::decline);
  }

  private void propose(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.PROPOSE_TERMS);
    Proposal given = requests.body(ctx, Proposal.class);
    String why = given.why().orElse("").strip();
    Concept concept =
        glossary
            .proposals()
            .propose(
                given.sourceLanguage(), given.source(), given.language(), given.target(), why, who);
    hub.publish(OptionalLong.empty(), "glossary", Map.of("concept", concept.id(), "by", who));
    news.proposed(concept, why, who);
    ctx.status(HttpStatus.CREATED).json(concept);
  }

  private void decline(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_GLOSSARY);
    Decline given = requests.body(ctx, Decline.class);
    long id = Requests.number(ctx, "id");
    String why = given.why().orElse("").strip();
    try {
      Concept was = glossary.proposals().decline(id, given.version(), why, who);
      boolean gone = was.state() == dragoman.glossary.State.PROPOSED;
      hub.publish(
          OptionalLong.empty(), "glossary", Map.of("concept", id, "by", who, "deleted", gone));
      news.declined(was, why, who);
      ctx.status(HttpStatus.NO_CONTENT);
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), glossary.get(id));
    }
  }

  private record Proposal(
      LanguageTag sourceLanguage,
      String source,
      LanguageTag language,
      String target,
      Optional<String> why) {}

  private record Decline(Long version, Optional<String> why) {}
}
