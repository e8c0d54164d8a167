import { describe, expect, it } from 'vitest';
import { environmentReplacement } from '../../../../src/display/decoded/environmentReplacement';

const secret = 'SECRET';

/** The source after the edit, or undefined when none is offered. */
function edited(languageId: string, source: string, variable = 'NAME'): string | undefined {
  const start = source.indexOf(secret);
  const range = { start, end: start + secret.length };
  const edit = environmentReplacement(languageId, variable, source, range);
  return edit && source.slice(0, edit.start) + edit.newText + source.slice(edit.end);
}

describe('environmentReplacement', () => {
  it.each([
    ['javascript', `const t = 'SECRET';`, `const t = process.env.NAME;`],
    ['typescript', 'f(`SECRET`)', 'f(process.env.NAME)'],
    ['javascriptreact', `<Room token="SECRET" />`, `<Room token={process.env.NAME} />`],
    ['typescriptreact', `<Room\n  token='SECRET'\n/>`, `<Room\n  token={process.env.NAME}\n/>`],
    ['typescriptreact', `const t = "SECRET";`, `const t = process.env.NAME;`],
    ['python', `t = "SECRET"`, `t = os.environ["NAME"]`],
    ['go', 't := "SECRET"', 't := os.Getenv("NAME")'],
    ['go', 't := `SECRET`', 't := os.Getenv("NAME")'],
    ['ruby', `t = 'SECRET'`, `t = ENV.fetch("NAME")`],
    ['php', `$t = 'SECRET';`, `$t = getenv('NAME');`],
    ['csharp', `var t = "SECRET";`, `var t = Environment.GetEnvironmentVariable("NAME");`],
    ['java', `String t = "SECRET";`, `String t = System.getenv("NAME");`],
    ['kotlin', `val t = "SECRET"`, `val t = System.getenv("NAME")`],
    ['powershell', `$t = 'SECRET'`, `$t = $env:NAME`],
    ['shellscript', `export T='SECRET'`, `export T="$NAME"`],
    ['shellscript', `export T="SECRET"`, `export T="$NAME"`],
  ])('takes the quotes of a literal away as well: %s %s', (languageId, source, expected) => {
    expect(edited(languageId, source)).toBe(expected);
  });

  it.each([
    ['javascript', 'f(`Bearer SECRET`)', 'f(`Bearer ${process.env.NAME}`)'],
    ['javascript', 'f(`{\n  "t": "SECRET"\n}`)', 'f(`{\n  "t": "${process.env.NAME}"\n}`)'],
    ['ruby', `"Bearer SECRET"`, `"Bearer #{ENV.fetch("NAME")}"`],
    ['powershell', `"Bearer SECRET"`, `"Bearer $($env:NAME)"`],
    ['shellscript', `-H "Authorization: Bearer SECRET"`, `-H "Authorization: Bearer $NAME"`],
    ['shellscript', `"https://x/?client_token=SECRET&a=1"`, `"https://x/?client_token=$NAME&a=1"`],
    ['shellscript', `"a/SECRET/b_SECRET"`, `"a/$NAME/b_SECRET"`],
    ['shellscript', `"SECRET_more"`, '"${NAME}_more"'],
    ['shellscript', `export T=SECRET`, `export T="$NAME"`],
  ])('keeps the quotes where the variable works inside: %s %s', (languageId, source, expected) => {
    expect(edited(languageId, source)).toBe(expected);
  });

  it.each([
    ['javascript', `f('Bearer SECRET')`, `f('Bearer ' + process.env.NAME)`],
    ['javascript', `f("SECRET&a=1")`, `f(process.env.NAME + "&a=1")`],
    ['typescript', `f('/?t=SECRET&a=1')`, `f('/?t=' + process.env.NAME + '&a=1')`],
    ['javascript', `f('{"t":"SECRET"}')`, `f('{"t":"' + process.env.NAME + '"}')`],
    ['python', `f('Bearer SECRET')`, `f('Bearer ' + os.environ["NAME"])`],
    ['php', `f('Bearer SECRET');`, `f('Bearer ' . getenv('NAME'));`],
    ['java', `f("Bearer SECRET");`, `f("Bearer " + System.getenv("NAME"));`],
    ['shellscript', `-d '{"t":"SECRET"}'`, `-d '{"t":"'"$NAME"'"}'`],
    ['shellscript', `-d '{\n"t": "SECRET"\n}'`, `-d '{\n"t": "'"$NAME"'"\n}'`],
    ['shellscript', `-H'Bearer SECRET'`, `-H'Bearer '"$NAME"`],
  ])('puts the rest and the variable together: %s %s', (languageId, source, expected) => {
    expect(edited(languageId, source)).toBe(expected);
  });

  it.each([
    ['javascript', `// it's\n/* don't " */ f('SECRET');`, 'f(process.env.NAME);'],
    ['javascript', `const a = 'it\\'s'; f("SECRET")`, 'f(process.env.NAME)'],
    ['javascript', `const a = 'open\nf("SECRET")`, 'f(process.env.NAME)'],
    ['javascript', `const url = 'https://x'; f("SECRET")`, 'f(process.env.NAME)'],
    ['python', `"""It's "this" """\nf("SECRET")`, 'f(os.environ["NAME"])'],
    ['java', `char c = '"'; f("SECRET");`, 'f(System.getenv("NAME"));'],
    ['shellscript', `# don't\necho don\\'t $#\nT='SECRET'`, 'T="$NAME"'],
  ])('is not misled by other quotes: %s %s', (languageId, source, ending) => {
    expect(edited(languageId, source)?.endsWith(ending)).toBe(true);
  });

  it.each([
    ['a language that is not known', 'plaintext', `'SECRET'`],
    ['JSON', 'json', `{"t": "SECRET"}`],
    ['a name that every object has', 'constructor', `'SECRET'`],
    ['a line comment', 'javascript', `// "SECRET"`],
    ['a block comment', 'go', `/* "SECRET" */`],
    ['a comment of a shell', 'shellscript', `T=1 # SECRET`],
    ['bare text in code', 'javascript', `SECRET`],
    ['a literal that is not closed', 'javascript', `f('SECRET`],
    ['a literal with a prefix', 'python', `f"SECRET"`],
    ['a tagged template', 'javascript', 'tag`SECRET`'],
    ['part of an attribute', 'javascriptreact', `<a href="/?client_token=SECRET">`],
    ['part of a text block', 'java', `"""\nBearer SECRET"""`],
    ['part of a literal of PowerShell', 'powershell', `'Bearer SECRET'`],
  ])('offers nothing for %s', (_name, languageId, source) => {
    expect(edited(languageId, source)).toBeUndefined();
  });

  it('reads the variables of Vite where Vite puts them', () => {
    expect(edited('typescript', `f('SECRET')`, 'VITE_TOKEN')).toBe('f(import.meta.env.VITE_TOKEN)');
  });

  it('takes no time over a megabyte of quotes', () => {
    const startedAt = performance.now();
    expect(edited('python', `${'"\'#\n'.repeat(250_000)}"SECRET"`)).toContain('os.environ');
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
