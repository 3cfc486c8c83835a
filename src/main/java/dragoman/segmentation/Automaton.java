package dragoman.segmentation;

import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Tells whether an expression matches from a place on, forwards or backwards, in time linear in
 * what it reads and without looking at any code point twice.
 *
 * <p>Thompson's construction; the deterministic states are made when first met and shared by all
 * threads: a state is immutable but for its table of transitions, whose entries are immutable, so
 * that the worst of a race is that one is made twice.
 */
final class Automaton implements Matcher {
  private static final int MOST_NODES = 60_000;
  private static final int MOST_STATES = 20_000;

  /** A repetition of the empty text makes no nodes and would be built without end. */
  private static final int MOST_STEPS_TO_BUILD = 1_000_000;

  private enum Kind {
    SYMBOL,
    SPLIT,
    CONDITION,
    BOUNDARY,
    ACCEPT
  }

  /** A node of the nondeterministic automaton; {@code set} is by class of the alphabet. */
  private static final class Node {
    final Kind kind;
    final boolean[] set;
    final boolean flag;
    int next = -1;
    int other = -1;

    Node(Kind kind, boolean[] set, boolean flag) {
      this.kind = kind;
      this.set = set;
      this.flag = flag;
    }
  }

  private record Step(boolean accepts, State to) {}

  private static final class State {
    final int[] nodes;
    final int last;
    final Step[] steps;

    State(int[] nodes, int last, int columns) {
      this.nodes = nodes;
      this.last = last;
      this.steps = new Step[columns];
    }
  }

  private record Key(List<Integer> nodes, int last) {}

  private final Alphabet alphabet;
  private final boolean backwards;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<UnicodeSet, boolean[]> sets = new HashMap<>();
  private final State[] starts;
  private final int start;
  private final Map<Key, State> states = new HashMap<>();

  /** Which nodes reach, without reading, one that asks what was read last. */
  private final boolean[] asking;

  private final boolean[] firsts;
  private final int reach;
  private int built;

  /**
   * @param alphabet one that was made with {@linkplain Expression#collect all sets} of the
   *     expression
   * @param backwards whether to read from the place towards the text's beginning
   */
  Automaton(Expression expression, Alphabet alphabet, boolean backwards) throws TooLarge {
    this.alphabet = alphabet;
    this.backwards = backwards;
    int accept = add(new Node(Kind.ACCEPT, null, false));
    start = build(expression, accept);
    asking = asking();
    starts = new State[alphabet.size() + 1];
    firsts = possibleFirsts(start);
    reach = (int) Math.min(Expression.longest(expression, MOST_READ), MOST_READ);
  }

  /** An expression that would need more memory than a sound rule does. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public boolean matches(CharSequence text, int from, int to, int place) {
    int last = backwards ? classFrom(text, place, to) : classBefore(text, from, place);
    State state = starts[last];
    if (state == null) {
      state = state(new int[] {start}, last);
      starts[last] = state;
    }
    int at = place;
    for (int read = 0; read < MOST_READ; read++) {
      int symbol;
      if (backwards) {
        symbol = classBefore(text, from, at);
      } else {
        symbol = classFrom(text, at, to);
      }
      Step step = state.steps[symbol];
      if (step == null) {
        step = step(state, symbol);
        state.steps[symbol] = step;
      }
      if (step.accepts) {
        return true;
      }
      if (step.to == null) {
        return false;
      }
      state = step.to;
      if (backwards) {
        at -=
            at - 2 >= from && Character.isSurrogatePair(text.charAt(at - 2), text.charAt(at - 1))
                ? 2
                : 1;
      } else {
        at +=
            at + 1 < to && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1)) ? 2 : 1;
      }
    }
    return false;
  }

  @Override
  public boolean[] firsts() {
    return firsts;
  }

  @Override
  public boolean[] seconds(int first) {
    boolean[] seen = reachable(start);
    boolean[] possible = new boolean[alphabet.size() + 1];
    boolean[] read = new boolean[nodes.size()];
    for (int i = 0; i < seen.length; i++) {
      Node node = nodes.get(i);
      if (seen[i] && node.kind == Kind.ACCEPT) {
        Arrays.fill(possible, true);
      } else if (seen[i] && node.kind == Kind.SYMBOL && node.set[first] && !read[node.next]) {
        read[node.next] = true;
        boolean[] next = possibleFirsts(node.next);
        for (int k = 0; k < possible.length; k++) {
          possible[k] |= next[k];
        }
      }
    }
    return possible;
  }

  @Override
  public int reach() {
    return reach;
  }

  /** How many nodes it is built of: what a step costs at most. */
  int nodes() {
    return nodes.size();
  }

  /** How many states were met so far. */
  int states() {
    synchronized (states) {
      return states.size();
    }
  }

  /**
   * Reads a text that is made up while it is read, each character at random out of those that keep
   * the match open: what a hostile writer would do.
   *
   * @param most the count of states at which it stops
   */
  void wander(Random random, int most) {
    State state = state(new int[] {start}, alphabet.edge());
    for (int read = 0; read < MOST_READ && states() <= most; read++) {
      State next = null;
      int first = random.nextInt(alphabet.size());
      for (int i = 0; i < alphabet.size() && next == null; i++) {
        int symbol = (first + i) % alphabet.size();
        Step step = state.steps[symbol];
        if (step == null) {
          step = step(state, symbol);
          state.steps[symbol] = step;
        }
        next = step.to;
      }
      if (next == null) {
        return;
      }
      state = next;
    }
  }

  private int classFrom(CharSequence text, int at, int to) {
    if (at >= to) {
      return alphabet.edge();
    }
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)
        && at + 1 < to
        && Character.isLowSurrogate(text.charAt(at + 1))) {
      return alphabet.classOf(Character.toCodePoint(c, text.charAt(at + 1)));
    }
    return alphabet.classOf(c);
  }

  private int classBefore(CharSequence text, int from, int at) {
    if (at <= from) {
      return alphabet.edge();
    }
    char c = text.charAt(at - 1);
    if (Character.isLowSurrogate(c)
        && at - 2 >= from
        && Character.isHighSurrogate(text.charAt(at - 2))) {
      return alphabet.classOf(Character.toCodePoint(text.charAt(at - 2), c));
    }
    return alphabet.classOf(c);
  }

  private int add(Node node) throws TooLarge {
    if (nodes.size() >= MOST_NODES) {
      throw new TooLarge();
    }
    nodes.add(node);
    return nodes.size() - 1;
  }

  /** Builds what matches the expression and then goes on to {@code next}; its first node. */
  private int build(Expression expression, int next) throws TooLarge {
    if (++built > MOST_STEPS_TO_BUILD) {
      throw new TooLarge();
    }
    if (expression instanceof Expression.Symbol symbol) {
      return link(add(new Node(Kind.SYMBOL, classes(symbol.set()), false)), next, -1);
    } else if (expression instanceof Expression.Sequence sequence) {
      int first = next;
      List<Expression> parts = sequence.parts();
      for (int i = 0; i < parts.size(); i++) {
        first = build(parts.get(backwards ? i : parts.size() - 1 - i), first);
      }
      return first;
    } else if (expression instanceof Expression.Choice choice) {
      int first = -1;
      for (Expression part : choice.parts()) {
        int branch = build(part, next);
        first = first < 0 ? branch : link(add(new Node(Kind.SPLIT, null, false)), branch, first);
      }
      return first;
    } else if (expression instanceof Expression.Repeat repeat) {
      return repeat(repeat, next);
    } else if (expression instanceof Expression.Neighbour neighbour) {
      boolean[] set = classes(neighbour.set()).clone();
      set[alphabet.edge()] = neighbour.edge();
      return link(add(new Node(Kind.CONDITION, set, neighbour.left() == backwards)), next, -1);
    } else {
      Expression.Boundary boundary = (Expression.Boundary) expression;
      return link(add(new Node(Kind.BOUNDARY, classes(boundary.word()), boundary.not())), next, -1);
    }
  }

  private int repeat(Expression.Repeat repeat, int next) throws TooLarge {
    int first = next;
    if (repeat.most() == Expression.Repeat.UNBOUNDED) {
      int loop = add(new Node(Kind.SPLIT, null, false));
      link(loop, build(repeat.part(), loop), next);
      first = loop;
    } else {
      for (int i = repeat.least(); i < repeat.most(); i++) {
        first = link(add(new Node(Kind.SPLIT, null, false)), build(repeat.part(), first), next);
      }
    }
    for (int i = 0; i < repeat.least(); i++) {
      first = build(repeat.part(), first);
    }
    return first;
  }

  private int link(int node, int next, int other) {
    nodes.get(node).next = next;
    nodes.get(node).other = other;
    return node;
  }

  private boolean[] classes(UnicodeSet set) {
    return sets.computeIfAbsent(set, alphabet::classesIn);
  }

  private Step step(State state, int symbol) {
    boolean[] seen = new boolean[nodes.size()];
    boolean accepts = follow(state.nodes, state.last, symbol, seen);
    if (accepts) {
      return new Step(true, null);
    }
    int[] reached = new int[8];
    int count = 0;
    boolean[] taken = new boolean[nodes.size()];
    for (int i = 0; i < seen.length; i++) {
      Node node = nodes.get(i);
      if (seen[i] && node.kind == Kind.SYMBOL && node.set[symbol] && !taken[node.next]) {
        taken[node.next] = true;
        if (count == reached.length) {
          reached = Arrays.copyOf(reached, count * 2);
        }
        reached[count++] = node.next;
      }
    }
    return new Step(false, count == 0 ? null : state(Arrays.copyOf(reached, count), symbol));
  }

  /** Marks all nodes that are reached without reading; whether the end is among them. */
  private boolean follow(int[] from, int last, int symbol, boolean[] seen) {
    int[] stack = new int[Math.max(16, from.length)];
    int depth = 0;
    for (int node : from) {
      seen[node] = true;
      stack[depth++] = node;
    }
    boolean accepts = false;
    while (depth > 0) {
      Node node = nodes.get(stack[--depth]);
      boolean passes =
          switch (node.kind) {
            case SYMBOL -> false;
            case ACCEPT -> {
              accepts = true;
              yield false;
            }
            case SPLIT -> true;
            case CONDITION -> node.set[node.flag ? symbol : last];
            case BOUNDARY -> (node.set[symbol] != node.set[last]) != node.flag;
          };
      if (depth + 2 > stack.length) {
        stack = Arrays.copyOf(stack, stack.length * 2);
      }
      if (passes && !seen[node.next]) {
        seen[node.next] = true;
        stack[depth++] = node.next;
      }
      if (passes && node.other >= 0 && !seen[node.other]) {
        seen[node.other] = true;
        stack[depth++] = node.other;
      }
    }
    return accepts;
  }

  private State state(int[] reached, int last) {
    Arrays.sort(reached);
    Key key = new Key(Arrays.stream(reached).boxed().toList(), asks(reached) ? last : -1);
    synchronized (states) {
      State known = states.get(key);
      if (known == null) {
        if (states.size() >= MOST_STATES) {
          // the old ones are reached from the starts only
          states.clear();
          Arrays.fill(starts, null);
        }
        known = new State(reached, last, alphabet.size() + 1);
        states.put(key, known);
      }
      return known;
    }
  }

  private boolean asks(int[] from) {
    for (int node : from) {
      if (asking[node]) {
        return true;
      }
    }
    return false;
  }

  private boolean[] asking() {
    boolean[] asks = new boolean[nodes.size()];
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int i = 0; i < asks.length; i++) {
        Node node = nodes.get(i);
        boolean passes = node.kind == Kind.SPLIT;
        boolean found =
            node.kind == Kind.CONDITION
                || node.kind == Kind.BOUNDARY
                || (passes && (asks[node.next] || (node.other >= 0 && asks[node.other])));
        if (found && !asks[i]) {
          asks[i] = true;
          grown = true;
        }
      }
    }
    return asks;
  }

  /** Which classes can be read first, whatever the conditions; all where the empty text matches. */
  private boolean[] possibleFirsts(int start) {
    boolean[] possible = new boolean[alphabet.size() + 1];
    boolean[] seen = reachable(start);
    for (int k = 0; k < seen.length; k++) {
      Node node = nodes.get(k);
      if (seen[k] && node.kind == Kind.ACCEPT) {
        Arrays.fill(possible, true);
      } else if (seen[k] && node.kind == Kind.SYMBOL) {
        for (int i = 0; i < possible.length; i++) {
          possible[i] |= node.set[i];
        }
      }
    }
    return possible;
  }

  /** The nodes that are reached without reading, whatever the conditions. */
  private boolean[] reachable(int start) {
    boolean[] seen = new boolean[nodes.size()];
    int[] stack = new int[nodes.size() + 1];
    int depth = 0;
    stack[depth++] = start;
    seen[start] = true;
    while (depth > 0) {
      Node node = nodes.get(stack[--depth]);
      if (node.kind == Kind.ACCEPT || node.kind == Kind.SYMBOL) {
        continue;
      }
      for (int next : new int[] {node.next, node.other}) {
        if (next >= 0 && !seen[next]) {
          seen[next] = true;
          stack[depth++] = next;
        }
      }
    }
    return seen;
  }
}
