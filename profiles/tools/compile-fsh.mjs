#!/usr/bin/env node
// Compiles the FHIR Shorthand of terminology/ and profiles/ in one SUSHI run, with no FHIR registry.
// Usage: node compile-fsh.mjs FHIR_HOME
//   FHIR_HOME/.fhir/packages/hl7.fhir.r4.core#4.0.1/package holds the JSON of FHIR R4 (Maven's fsh profile unpacks it).
// Any error or warning of SUSHI fails the run and leaves the committed output as it was.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const terminology = path.join(repository, 'terminology');
const profiles = path.join(repository, 'profiles');
const TERMINOLOGY_TYPES = new Set(['CodeSystem', 'ValueSet', 'ConceptMap', 'NamingSystem']);
const CORE = { name: 'hl7.fhir.r4.core', version: '4.0.1', fhirVersions: ['4.0.1'] };
// SUSHI asks for the latest of these whether they are needed or not; we use nothing of them, so empty ones stand in.
const STAND_INS = ['hl7.fhir.uv.tools.r4', 'hl7.terminology.r4', 'hl7.fhir.uv.extensions.r4'];

function filesUnder(folder, suffix) {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(suffix))
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name));
}

function preparePackages(home) {
  const packages = path.join(home, '.fhir', 'packages');
  const describe = description => {
    const folder = path.join(packages, `${description.name}#${description.version}`, 'package');
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(description));
  };
  describe(CORE);
  STAND_INS.forEach(name => describe({ name, version: '0.0.0', fhirVersions: ['4.0.1'] }));
  return packages;
}

function stage(project) {
  fs.rmSync(project, { recursive: true, force: true });
  fs.mkdirSync(path.join(project, 'input'), { recursive: true });
  fs.copyFileSync(path.join(profiles, 'sushi-config.yaml'), path.join(project, 'sushi-config.yaml'));
  fs.cpSync(path.join(terminology, 'fsh'), path.join(project, 'input', 'fsh', 'terminology'), { recursive: true });
  fs.cpSync(path.join(profiles, 'fsh'), path.join(project, 'input', 'fsh', 'profiles'), { recursive: true });
}

/** A loopback registry that answers every look-up with what the private cache holds, so that nothing leaves the machine. */
function registryOf(packages) {
  return http.createServer((request, response) => {
    // SUSHI blocks for seconds while it loads R4, by when a kept-alive socket would be dead.
    response.setHeader('connection', 'close');
    const name = decodeURIComponent(request.url.split('/')[1]);
    const held = fs.readdirSync(packages).find(folder => folder.startsWith(`${name}#`));
    if (!held) {
      response.writeHead(404).end('{}');
      return;
    }
    const version = held.split('#')[1];
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: { name, version } } }));
  });
}

function runSushi(home, project, packages) {
  const sushi = path.join(path.dirname(createRequire(import.meta.url).resolve('fsh-sushi/package.json')), 'dist', 'app.js');
  const registry = registryOf(packages);
  return new Promise((resolve, reject) => {
    registry.listen(0, '127.0.0.1', () => {
      const env = { ...process.env, HOME: home, FPL_REGISTRY: `http://127.0.0.1:${registry.address().port}` };
      const child = spawn(process.execPath, [sushi, 'build', project], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.on('data', chunk => {
        output += chunk;
        process.stdout.write(chunk);
      });
      child.on('error', reject);
      child.on('close', code => {
        registry.close();
        resolve({ code, output });
      });
    });
  });
}

function failUnlessClean({ code, output }) {
  const tally = output.match(/(\d+)\s+Errors?\s+(\d+)\s+Warnings?/);
  if (code !== 0 || !tally || tally[1] !== '0' || tally[2] !== '0') {
    console.error(`compile-fsh: SUSHI must end with 0 errors and 0 warnings (exit code ${code}).`);
    process.exit(1);
  }
}

function publish(project) {
  const folderOf = { true: path.join(terminology, 'generated'), false: path.join(profiles, 'generated') };
  for (const folder of Object.values(folderOf)) {
    fs.mkdirSync(folder, { recursive: true });
    filesUnder(folder, '.json').forEach(file => fs.rmSync(file));
  }
  const compiled = filesUnder(path.join(project, 'fsh-generated', 'resources'), '.json');
  for (const file of compiled) {
    const type = JSON.parse(fs.readFileSync(file, 'utf8')).resourceType;
    fs.copyFileSync(file, path.join(folderOf[TERMINOLOGY_TYPES.has(type)], path.basename(file)));
  }
  return compiled.length;
}

/** SHA-256 over path and content of each file, in path order; FshDigestTest computes the same in Java. */
function digestOf(files) {
  const hash = createHash('sha256');
  const named = files.map(file => [path.relative(repository, file).split(path.sep).join('/'), file]);
  for (const [name, file] of named.sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0`).update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function writeDigests() {
  const sources = [
    ...filesUnder(path.join(terminology, 'fsh'), '.fsh'),
    ...filesUnder(path.join(profiles, 'fsh'), '.fsh'),
    path.join(profiles, 'sushi-config.yaml'),
  ];
  const output = [...filesUnder(path.join(terminology, 'generated'), '.json'), ...filesUnder(path.join(profiles, 'generated'), '.json')];
  fs.writeFileSync(path.join(profiles, 'generated', 'fsh.sha256'), `${digestOf(sources)}  sources\n${digestOf(output)}  compiled\n`);
}

if (process.argv.length !== 3) {
  console.error('usage: node compile-fsh.mjs FHIR_HOME');
  process.exit(2);
}
const home = path.resolve(process.argv[2]);
const project = path.join(home, 'project');
const packages = preparePackages(home);
stage(project);
failUnlessClean(await runSushi(home, project, packages));
const count = publish(project);
writeDigests();
console.log(`compile-fsh: ${count} artefacts written to terminology/generated and profiles/generated.`);
