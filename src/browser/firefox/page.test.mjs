// The page in Firefox, through puppeteer-core: each view opens, answers to keys, and computes the numbers of the terminal.
//   node --test target/firefox      with PAGE=target/page/kelvin.html and FIREFOX=/usr/bin/firefox-esr
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const address = pathToFileURL(resolve(process.env.PAGE ?? 'target/page/kelvin.html')).href;
const complaints = [];
let browser;

before(async () => {
  browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' });
});

afterEach(() => assert.deepEqual(complaints.splice(0), []));

after(() => browser.close());

/** Opens the page at a state, and waits until it computes. */
async function open(state) {
  const page = await browser.newPage();
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => complaints.push(message.text()));
  page.on('request', request => {
    if (!/^(file|data|blob):/.test(request.url())) {
      complaints.push('asks for ' + request.url());
    }
  });
  // The policy of the page lets nobody fetch the file that it offers, so it is kept where it is made.
  await page.evaluateOnNewDocument(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => {
      window.offered = blob.type === 'text/csv' ? blob : window.offered;
      return make(blob);
    };
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address + state);
  await page.waitForSelector('main:not([hidden])');
  return page;
}

const text = (page, selector) => page.$eval(selector, each => each.textContent);

test('a temperature is set by keys, and the probabilities follow', async () => {
  const page = await open('');
  assert.match(await text(page, '#decision'), /So softmax takes the best, D \(0\.695\)/);
  await page.focus('#heat');
  await page.keyboard.press('End');
  await page.waitForFunction(() => /D \(0\.2[56]\d\)/.test(document.querySelector('#decision').textContent));
  await page.close();
});

test('arms are pulled by number keys to the end of a game', async () => {
  const page = await open('#view=play&steps=20&arms=4&seed=7');
  for (let pull = 1; pull <= 20; pull++) {
    await page.waitForFunction(n => document.querySelector('#game-title').textContent === `Pull ${n} of 20`, {}, pull);
    await page.keyboard.press(String(1 + pull % 4));
  }
  await page.waitForFunction(() => !document.querySelector('#game-title').textContent.startsWith('Pull'));
  await page.close();
});

test('the trade-off has the numbers of the terminal', async () => {
  const page = await open('#view=trade-off&steps=300&repetitions=80&learners=softmax:0.3,greedy:0.1,ucb:1,thompson:1,gates:0.2,gradient:0.1');
  await page.waitForFunction(() => /\(80 repetitions\)/.test(document.querySelector('#sweep-words').textContent));
  await page.waitForSelector('#download:not([hidden])');
  const csv = await page.evaluate(() => window.offered.text());
  const folder = mkdtempSync(join(tmpdir(), 'kelvin-firefox-'));
  writeFileSync(join(folder, 'mine.yaml'), await text(page, '#experiment'));
  execFileSync('./kelvin', ['run', join(folder, 'mine.yaml'), '--no-charts', '--results', folder]);
  assert.equal(csv, readFileSync(join(folder, 'mine', 'curves.csv'), 'utf8'));
  assert.ok(csv.split('\n').length > 6 * 3 * 50);
  await page.close();
});

test('a lesson is shown', async () => {
  const page = await open('#lesson=3');
  assert.match(await text(page, '#lesson'), /Temperature: too cold, too warm/);
  await page.close();
});
