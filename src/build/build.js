/**
 * Builds dist/: the program in chunks that load when needed, then the knowledge base,
 * checked and compiled by that program's own code. Runs by `prepare`, on every install.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
/** Built apart and put in place when whole: a run in the meantime finds the old one. */
const dist = new URL('dist.new/', root);
const inPlace = new URL('dist/', root);

/** Only the database is native; everything else is bundled, so its version is the one tested. */
const external = ['libsql'];

/**
 * Node's own modules are asked for with process.getBuiltinModule, not imported: an import
 * touches every export, and those of node:fs load Node's stream machinery, which costs more
 * than a whole look-up. commander loads node:child_process for subcommands that are programs of
 * their own; there are none here, so it gets nothing.
 */
const builtinsWhenNeeded = {
  name: 'builtins-when-needed',
  setup(plugin) {
    plugin.onResolve({ filter: /.*/ }, ({ path, importer }) => {
      if (!isBuiltin(path)) return undefined;
      const isUnused = path === 'node:child_process' && /[\\/]commander[\\/]/.test(importer);
      return { path: isUnused ? 'nothing' : path.replace(/^node:/, ''), namespace: 'builtin' };
    });
    plugin.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents:
        path === 'nothing' ? '' : `module.exports = process.getBuiltinModule("node:${path}")`,
    }));
  },
};

const options = {
  absWorkingDir: fileURLToPath(root),
  outdir: 'dist.new',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external,
  plugins: [builtinsWhenNeeded],
  logLevel: 'warning',
};

/**
 * The doorway is one file, so that a look-up opens no other: what it imports when called is built
 * apart and shares nothing with it.
 */
const parts = {};
const calledPartsApart = {
  name: 'called-parts-apart',
  setup(plugin) {
    plugin.onResolve({ filter: /^\.{1,2}\// }, ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const file = resolve(resolveDir, path);
      const name =
        basename(file, '.ts') === 'program' ? 'program' : `parts/${basename(file, '.ts')}`;
      parts[name] = file;
      return { path: `./${name}.js`, external: true };
    });
  },
};

rmSync(dist, { recursive: true, force: true });
const shipped = { ...options, minify: true, legalComments: 'none', metafile: true };
const doorway = await build({
  ...shipped,
  entryPoints: { start: 'src/start.ts' },
  plugins: [calledPartsApart, ...options.plugins],
});
const rest = await build({
  ...shipped,
  entryPoints: parts,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
});
writeFileSync(new URL('licenses.txt', dist), licensesOf([doorway.metafile, rest.metafile]));

await build({
  ...options,
  entryPoints: { knowledge: 'src/build/knowledge.ts', manual: 'src/build/manual.ts' },
});
const knowledgeBuilder = new URL('knowledge.js', dist);
const { buildKnowledge, buildSchemas } = await import(knowledgeBuilder);
const knowledge = fileURLToPath(new URL('knowledge/', root));
process.exitCode = buildKnowledge(knowledge, new URL('knowledge.jsonl', dist));
buildSchemas(new URL('schema/', dist));
rmSync(knowledgeBuilder);
const manualBuilder = new URL('manual.js', dist);
const { buildManual } = await import(manualBuilder);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
buildManual(new URL('mlsd.1', dist), version);
rmSync(manualBuilder);
rmSync(inPlace, { recursive: true, force: true });
renameSync(dist, inPlace);

/** The licenses of what was bundled, as those licenses ask. */
function licensesOf(metafiles) {
  const names = new Set(
    metafiles
      .flatMap(({ inputs }) => Object.keys(inputs))
      .flatMap((path) => {
        const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
        return found ? [found[0]] : [];
      }),
  );
  return [...names].sort().map(licenseOf).join('\n');
}

function licenseOf(path) {
  const directory = new URL(path, root);
  const { name, version, license } = JSON.parse(
    readFileSync(new URL('package.json', directory), 'utf8'),
  );
  const text = ['LICENSE', 'LICENSE.md', 'license', 'LICENSE.txt', 'LICENCE']
    .map((file) => readOptional(new URL(file, directory)))
    .find((content) => content !== undefined);
  return `${name} ${version} (${license})\n\n${text ?? ''}\n${'-'.repeat(72)}\n`;
}

function readOptional(url) {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return undefined;
  }
}
