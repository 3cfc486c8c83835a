package dragoman.web;

import dragoman.account.Accounts;
import dragoman.dispatch.Dispatches;
import dragoman.dispatch.care.Care;
import dragoman.glossary.Glossary;
import dragoman.memory.Memories;
import dragoman.quality.Checker;

/** The rooms that the server answers for. */
public record Services(
    Accounts accounts,
    Glossary glossary,
    Memories memories,
    Dispatches dispatches,
    Checker checker,
    Care care) {}
