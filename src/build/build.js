/**
 * Builds dist/: the program in chunks that load when needed, then the knowledge base,
 * checked and compiled by that program's own code. Runs by `prepare`, on every install.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const dist = new URL('dist/', root);

/** Only the database is native; everything else is bundled, so its version is the one tested. */
const external = ['libsql'];

/**
 * commander loads node:child_process for subcommands that are separate programs. There are
 * none here, and loading it costs every look-up about a millisecond.
 */
const withoutChildProcess = {
  name: 'commander-without-child-process',
  setup(plugin) {
    plugin.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer)
        ? { path: 'no-child-process', namespace: 'empty' }
        : undefined,
    );
    plugin.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({
      contents: 'module.exports = {}',
    }));
  },
};

rmSync(dist, { recursive: true, force: true });
const result = await build({
  absWorkingDir: fileURLToPath(root),
  entryPoints: { start: 'src/start.ts', knowledge: 'src/build/knowledge.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  metafile: true,
  external,
  chunkNames: 'chunks/[name]-[hash]',
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  plugins: [withoutChildProcess],
  logLevel: 'warning',
});
writeFileSync(new URL('licenses.txt', dist), licensesOf(result.metafile));

const { buildKnowledge } = await import(new URL('knowledge.js', dist));
process.exitCode = buildKnowledge(
  fileURLToPath(new URL('knowledge/', root)),
  new URL('knowledge.jsonl', dist),
);
rmSync(new URL('knowledge.js', dist));

/** The licenses of what was bundled, as those licenses ask. */
function licensesOf(metafile) {
  const names = new Set(
    Object.keys(metafile.inputs).flatMap((path) => {
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
