package dragoman.web;

import dragoman.account.Accounts;
import dragoman.glossary.Glossary;
import dragoman.memory.Memories;

/** The rooms that the server answers for. */
public record Services(Accounts accounts, Glossary glossary, Memories memories) {}
