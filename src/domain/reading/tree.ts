import { grammar as makeGrammar, type Grammar, type Node, type Semantics } from 'ohm-js';
import { memo } from '../memo';

/** Sentences parsed whole by a grammar, as trees of the rules that matched. */

/** One rule that matched, the words it covers, and the rules within it. */
export class Tree {
  constructor(
    readonly rule: string,
    readonly text: string,
    readonly parts: readonly Tree[],
  ) {}

  /** The outermost matches of these rules below this one, in their order. */
  all(...rules: readonly string[]): readonly Tree[] {
    return this.parts.flatMap((part) => (rules.includes(part.rule) ? [part] : part.all(...rules)));
  }

  /** The first of `all`; null when there is none. */
  one(...rules: readonly string[]): Tree | null {
    return this.all(...rules)[0] ?? null;
  }

  has(...rules: readonly string[]): boolean {
    return this.one(...rules) !== null;
  }
}

/** Reads a text whole as one rule of a grammar; null when any of its words is left over. */
export type Parse = (text: string, rule: string) => Tree | null;

export interface Reading {
  readonly grammar: () => Grammar;
  readonly parse: Parse;
}

/**
 * A grammar is made when it is first read with, or by `makeGrammars`: that takes a while, and many a command needs none.
 *
 * @param source a grammar of Ohm, https://ohmjs.org/docs/syntax-reference; @param base the one it extends
 */
export function defineGrammar(source: string, base?: Reading): Reading {
  const grammar = memo<[], Grammar>(1, () => {
    const extended = base?.grammar();
    return extended === undefined ? makeGrammar(source) : makeGrammar(source, { [extended.name]: extended });
  });
  const semantics = memo<[], Semantics>(1, () =>
    grammar()
      .createSemantics()
      .addAttribute<Tree>('tree', {
        _nonterminal() {
          return new Tree(this.ctorName, this.sourceString, this.children.flatMap(treesOf));
        },
      }),
  );
  return {
    grammar,
    parse(text, rule) {
      const match = grammar().match(text, rule);
      if (match.failed()) return null;
      const tree: unknown = semantics()(match)['tree'];
      return tree instanceof Tree ? tree : null;
    },
  };
}

function treesOf(node: Node): readonly Tree[] {
  const parts = node.children.flatMap(treesOf);
  const isRule = !node.isTerminal() && !node.isIteration();
  return isRule ? [new Tree(node.ctorName, node.sourceString, parts)] : parts;
}
