import { readFileSync } from "node:fs";
import ts from "typescript";

/** What is written above the declarations of a source file, and above the properties in them. */
export class Docstrings {
  readonly #texts = new Map<string, string>();
  readonly #numbers = new Map<string, number>();
  readonly #lists = new Map<string, readonly string[]>();
  readonly #members = new Map<string, readonly ts.PropertySignature[]>();

  /** `path` from the root of the project. */
  constructor(readonly path: string) {
    const source = readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
    const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
    file.statements.forEach((statement) => this.#visit(statement, []));
  }

  /** Of a declaration or, with the names of the properties that lead to it, of a part of one: `capacity.max`. */
  of(name: string): string | undefined {
    return this.#texts.get(name);
  }

  /** The names in a list that a file declares: `const MEASURES = [sum, field]`. */
  listed(name: string): readonly string[] {
    return this.#lists.get(name) ?? [];
  }

  /** A number that a file declares: `const MOST = 20_000`. */
  number(name: string): number {
    const found = this.#numbers.get(name);
    if (found === undefined) throw new Error(`${this.path} has no number ${name}`);
    return found;
  }

  /** The properties of an interface, with what they hold in words; some say by their names what they mean. */
  members(name: string): { path: string[]; type: string; unless: string; means: string }[] {
    const members = this.#members.get(name);
    if (!members) throw new Error(`${this.path} has no interface ${name}`);
    return members.map((member) => {
      const key = nameOf(member) ?? "";
      const unless = member.questionToken ? "none" : "required";
      return { path: [key], type: wordsOf(member.type), unless, means: this.of(`${name}.${key}`) ?? "" };
    });
  }

  #visit(node: ts.Node, within: readonly string[]): void {
    const name = nameOf(node);
    const path = name === undefined ? within : [...within, name];
    const text = ts.isVariableStatement(node)
      ? undefined
      : textAbove(ts.isVariableDeclaration(node) ? node.parent.parent : node);
    if (name !== undefined && text !== undefined) this.#texts.set(path.join("."), text);
    if (name !== undefined && ts.isVariableDeclaration(node))
      this.#lists.set(path.join("."), elementsOf(node.initializer));
    if (
      name !== undefined &&
      ts.isVariableDeclaration(node) &&
      node.initializer &&
      ts.isNumericLiteral(node.initializer)
    ) {
      this.#numbers.set(path.join("."), Number(node.initializer.text));
    }
    if (name !== undefined && ts.isInterfaceDeclaration(node)) {
      this.#members.set(name, node.members.filter(ts.isPropertySignature));
    }
    node.forEachChild((child) => this.#visit(child, path));
  }
}

function nameOf(node: ts.Node): string | undefined {
  const isNamed =
    ts.isVariableDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isPropertySignature(node) ||
    ts.isMethodDeclaration(node);
  if (!isNamed || node.name === undefined) return undefined;
  return ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : undefined;
}

/** The last comment of the kind `/** … *‌/` in front of a node, its lines joined to paragraphs and lists. */
function textAbove(node: ts.Node): string | undefined {
  const last = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  if (!last || last.parent !== node) return undefined;
  const comment = ts.getTextOfJSDocComment(last.comment);
  return comment === undefined ? undefined : unwrapped(comment);
}

function unwrapped(text: string): string {
  return text.replaceAll("\r", "").replace(/([^\n])\n(?!\n|- )\s*/g, "$1 ");
}

function elementsOf(initializer: ts.Expression | undefined): readonly string[] {
  const inner = initializer && ts.isAsExpression(initializer) ? initializer.expression : initializer;
  if (!inner || !ts.isArrayLiteralExpression(inner)) return [];
  return inner.elements.filter(ts.isIdentifier).map(({ text }) => text);
}

/** What a type of TypeScript is in a document of JSON. */
function wordsOf(type: ts.TypeNode | undefined): string {
  if (type && ts.isUnionTypeNode(type)) {
    const forms = type.types.filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword).map(wordsOf);
    return forms.length < 2 ? forms.join("") : `${forms.slice(0, -1).join(", ")} or ${forms.at(-1) ?? ""}`;
  }
  if (type?.kind === ts.SyntaxKind.StringKeyword) return "text";
  if (type?.kind === ts.SyntaxKind.NumberKeyword) return "number";
  return `\`${type?.getText() ?? ""}\``;
}
