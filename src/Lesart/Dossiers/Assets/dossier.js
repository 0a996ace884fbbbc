'use strict';
(() => {
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById('data').textContent);
  const languages = Object.keys(data.texts);
  const memory = {
    get(key) { try { return localStorage.getItem('lesart.' + key); } catch { return null; } }, // a file opened from disk may have no storage
    set(key, value) { try { localStorage.setItem('lesart.' + key, value); } catch { /* see above: the choice then lasts as long as the page */ } },
  };
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const text = key => data.texts[root.lang][key] ?? key;

  /* ---- building ---- */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value === true ? '' : value);
    }
    element.append(...children.filter(child => child !== null));
    return element;
  }
  // A text of the interface in all languages; the style sheet shows one.
  function say(key) {
    const parts = document.createDocumentFragment();
    for (const language of languages) parts.append(make('x-' + language, {}, data.texts[language][key] ?? key));
    return parts;
  }
  function icon(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    svg.setAttribute('class', 'i i-' + name);
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', '#i-' + name);
    svg.append(use);
    return svg;
  }
  const mark = stance => make('span', { class: 'mark s-' + stance }, icon(stance), make('span', { class: 'w' }, say('stance.' + stance)));

  /* ---- language and colours ---- */
  // Texts that can stand in one language only.
  function name(part) {
    for (const element of $$('[data-l]', part)) element.setAttribute('aria-label', text(element.dataset.l));
    for (const element of $$('[data-hint]', part)) element.setAttribute('placeholder', text(element.dataset.hint));
    for (const option of $$('option[data-t]', part)) option.textContent = text(option.dataset.t);
  }
  function setLanguage(language, isChoice) {
    root.lang = language;
    name(document);
    for (const button of $$('#languages button')) button.setAttribute('aria-pressed', String(button.dataset.language === language));
    if (isChoice) memory.set('language', language);
  }
  function setTheme(theme) {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const button of $$('#themes button')) button.setAttribute('aria-pressed', String(button.dataset.theme === theme));
    memory.set('theme', theme);
  }

  const search = make('input', { type: 'search', id: 'search', 'data-l': 'js.search.hint', 'data-hint': 'js.search', 'aria-label': text('js.search.hint'), placeholder: text('js.search'), autocomplete: 'off', oninput: () => later(filter) });
  const found = make('span', { class: 'meta', role: 'status', id: 'found' });
  $('#tools').append(
    search, found,
    make('span', { class: 'seg', id: 'languages', role: 'group', 'data-l': 'js.language', 'aria-label': text('js.language') },
      ...languages.map(language => make('button', { type: 'button', 'data-language': language, lang: language, onclick: () => setLanguage(language, true) }, language.toUpperCase()))),
    make('span', { class: 'seg', id: 'themes', role: 'group', 'data-l': 'js.theme', 'aria-label': text('js.theme') },
      ...['auto', 'light', 'dark'].map(theme => make('button', { type: 'button', 'data-theme': theme, onclick: () => setTheme(theme) }, say('js.theme.' + theme)))),
    make('button', { type: 'button', id: 'help-button', 'aria-haspopup': 'dialog', onclick: () => help.showModal() }, say('js.help'), ' ', make('kbd', {}, '?')));

  const help = make('dialog', { id: 'help', 'aria-labelledby': 'help-h' },
    make('h2', { id: 'help-h' }, say('js.help')),
    make('dl', {}, ...[['j', 'js.key.j'], ['k', 'js.key.k'], ['Enter', 'js.key.enter'], ['/', 'js.key.slash'], ['?', 'js.key.help'], ['Esc', 'js.key.esc']]
      .flatMap(([key, what]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, say(what))])),
    make('button', { type: 'button', onclick: () => help.close() }, say('js.close')));
  document.body.append(help);

  /* ---- stories: one at a time; all but the first wait as text until they are chosen ---- */
  const waiting = new Map($$('noscript.later').map(held => [held.dataset.story, held]));
  const storyCount = $$('.story').length + waiting.size;
  let story = $('.story');
  function build(id) {
    const held = waiting.get(id);
    if (held) {
      const template = document.createElement('template');
      template.innerHTML = held.textContent;
      waiting.delete(id);
      held.replaceWith(template.content);
      furnish(document.getElementById(id));
    }
    return document.getElementById(id);
  }
  // The story that holds an anchor; built where it is not yet.
  function storyOf(anchor) {
    const target = document.getElementById(anchor);
    if (target) return target.closest('.story');
    for (const [id, held] of waiting) if (held.textContent.includes(' id="' + anchor + '"')) return build(id);
    return null;
  }
  function showStory(next) {
    if (!next || storyCount < 2) return;
    if (next !== story) {
      closePanel(false);
      if (isFiltering()) clearFilters(); // strands and speakers are the story's own
      current = null;
    }
    story = next;
    for (const one of $$('.story')) one.hidden = one !== next;
    for (const link of $$('.stories a')) {
      if (link.hash === '#' + next.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    if (search.value) filter();
  }
  function followHash() {
    const anchor = location.hash.slice(1), isBuilt = document.getElementById(anchor) !== null;
    const holder = anchor ? storyOf(anchor) : null, target = document.getElementById(anchor);
    if (holder && holder !== story) {
      showStory(holder);
      if (!isBuilt) location.replace(location.hash); // the browser looked for its target before it was there
      target.scrollIntoView();
    }
    for (let fold = target?.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  }
  addEventListener('hashchange', followHash);

  /* ---- where evidence lies in the page ---- */
  function paragraphAt(account, offset) {
    let hit = null;
    for (const paragraph of $$('[data-o]', document.getElementById('a' + account))) {
      if (Number(paragraph.dataset.o) > offset) break;
      hit = paragraph;
    }
    return hit;
  }
  // Ranges of [start, end) inside a paragraph that begins at the offset in data-o, or in a copy of it.
  function ranges(paragraph, start, end) {
    const from = Number(paragraph.dataset.o), walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), list = [];
    let at = from;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const next = at + node.data.length;
      if (next > start && at < end) {
        const range = document.createRange();
        range.setStart(node, Math.max(0, start - at));
        range.setEnd(node, Math.min(node.data.length, end - at));
        list.push(range);
      }
      at = next;
    }
    return list;
  }
  function paragraphsOf(account, start, end) {
    const list = [];
    for (let paragraph = paragraphAt(account, start); paragraph && Number(paragraph.dataset.o) < end; paragraph = paragraph.nextElementSibling)
      if (paragraph.dataset.o !== undefined) list.push(paragraph);
    return list;
  }
  function spansOf(evidence) {
    const list = [];
    for (let i = 0; i < evidence[1].length; i += 2) list.push([evidence[1][i], evidence[1][i + 1]]);
    return list;
  }
  function wordsOf(evidence) {
    return spansOf(evidence).map(([start, end]) =>
      paragraphsOf(evidence[0], start, end).map(paragraph => ranges(paragraph, start, end).map(String).join('')).join(' ')).join(' … ');
  }
  function highlight(list) {
    if (!('highlights' in CSS)) return;
    const all = list.flatMap(evidence => spansOf(evidence).flatMap(([start, end]) => paragraphsOf(evidence[0], start, end).flatMap(paragraph => ranges(paragraph, start, end))));
    CSS.highlights.set('evidence', new Highlight(...all));
  }

  /* ---- citations ---- */
  const split = words => words.split(/\s+/).filter(Boolean);
  // Few words stand on a page more than once, perhaps in its headline: their neighbours in the paragraph tell which are meant.
  function fragment(words, before, after, isRepeated) {
    const encode = part => encodeURIComponent(part.join(' ')).replace(/-/g, '%2D'), all = split(words);
    const directive = all.length > 12 ? encode(all.slice(0, 5)) + ',' + encode(all.slice(-5)) : encode(all);
    if (all.length > 3 && !isRepeated) return directive;
    const left = split(before).slice(-4), right = split(after).slice(0, 4);
    return (left.length > 0 ? encode(left) + '-,' : '') + directive + (right.length > 0 ? ',-' + encode(right) : '');
  }
  function passageLink(account, evidence) {
    if (!account.url) return null;
    const [start, end] = spansOf(evidence)[0] ?? [0, 0], words = wordsOf([evidence[0], [start, end]]);
    const paragraphs = paragraphsOf(evidence[0], start, Math.max(start + 1, end)), first = paragraphs[0], last = paragraphs[paragraphs.length - 1];
    const before = first ? first.textContent.slice(0, Math.max(0, start - Number(first.dataset.o))) : '', after = last ? last.textContent.slice(Math.max(0, end - Number(last.dataset.o))) : '';
    const whole = $$('[data-o]', document.getElementById('a' + evidence[0])).map(paragraph => paragraph.textContent).join('\n');
    return account.url.split('#')[0] + '#:~:text=' + fragment(words, before, after, whole.split(words).length > 2);
  }
  // Only what a speaker said, with no mark in it where a quotation begins or ends, is cited as it is. All else is cited with its sentence: a figure alone is no quotation, and a clause
  // cut from reported speech would stand there as the article's own word.
  const isOwnWording = evidence => evidence[3] === 'direct' && !/[„“”"«»]|[,.!?…]['’](?=\s|$)/u.test(unwrapped(wordsOf(evidence)));
  function quotable(evidence) {
    if (isOwnWording(evidence)) return evidence;
    const spans = spansOf(evidence), start = Math.min(...spans.map(span => span[0])), end = Math.max(...spans.map(span => span[1]));
    for (const paragraph of paragraphsOf(evidence[0], start, Math.max(start + 1, end))) {
      for (const sentence of $$('.s', paragraph)) {
        const range = document.createRange();
        range.setStart(paragraph, 0);
        range.setEndBefore(sentence);
        const from = Number(paragraph.dataset.o) + range.toString().length, to = from + sentence.textContent.length;
        if (from <= start && end <= to) return [evidence[0], [from, to], ...evidence.slice(2)];
      }
    }
    return evidence;
  }
  // Words that are nothing but a quotation need no second pair of marks.
  const unwrapped = words => /^[„“”"]([^„“”"]*)[“”"]$/u.exec(words)?.[1] ?? words;
  // Marks inside a quotation become single ones; where the quotation in it begins before the words or goes on behind them, it gets the mark that stands there.
  function inner(words) {
    const said = unwrapped(words), marks = [...said.matchAll(/[„“”"«»]/gu)];
    const isCutBefore = marks.length > 0 && marks[0].index > 0 && !/[\s([–—-]/u.test(said[marks[0].index - 1]);
    const isCutBehind = (marks.length + (isCutBefore ? 1 : 0)) % 2 === 1;
    const opening = isCutBefore ? { '“': '‚', '”': '‘', '"': "'", '«': '›', '»': '‹' }[marks[0][0]] ?? '' : '';
    const closing = isCutBehind ? { '„': '‘', '“': '’', '"': "'", '«': '›', '»': '‹' }[marks[marks.length - 1][0]] ?? '' : '';
    return opening + said.replace(/[„“”"«»]/gu, mark => ({ '„': '‚', '“': '‘', '”': '’', '"': "'", '«': '‹', '»': '›' })[mark]) + closing;
  }
  const quoted = said => { const words = inner(said); return root.lang === 'de' ? '„' + words + '“' : '“' + words + '”'; };
  const escapeMarkdown = words => words.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
  function cite(place, form) {
    const evidence = quotable(place), account = data.accounts[evidence[0] - 1], words = wordsOf(evidence), link = passageLink(account, evidence);
    const when = account.when[root.lang] ?? text('undated');
    // Only what stands in quotation marks is the speaker's own wording; all else is the article's. A lone word that is no name ("he") names nobody outside its text.
    const who = evidence[4] && isOwnWording(place) && (evidence[6] || split(evidence[4]).length > 1) ? evidence[4] + ': ' : '';
    const facts = [account.outlet, account.title, account.authors, when];
    if (form === 'markdown')
      return '> ' + escapeMarkdown(who + quoted(words)) + '\n>\n> ' + facts.filter(Boolean).map(escapeMarkdown).join(', ') + (link ? ', <' + link + '>' : '');
    if (form === 'footnote')
      return [account.authors, quoted(account.title ?? account.label), account.outlet, when, account.url ?? account.source].filter(Boolean).join(', ') + ': ' + quoted(words) + '.';
    return who + quoted(words) + ' (' + facts.filter(Boolean).join(', ') + (link ? ', ' + link : '') + ')';
  }
  async function copy(words, button) {
    let isDone = false;
    if (navigator.clipboard && isSecureContext) {
      try { await navigator.clipboard.writeText(words); isDone = true; } catch { isDone = false; } // refused: the older way below
    }
    if (!isDone) {
      const area = make('textarea', { class: 'vh', 'aria-hidden': 'true' });
      area.value = words;
      document.body.append(area);
      area.select();
      isDone = document.execCommand('copy');
      area.remove();
    }
    if (isDone) {
      const label = [...button.childNodes];
      button.replaceChildren(say('js.copied'));
      setTimeout(() => button.replaceChildren(...label), 1500);
    }
  }
  function card(evidence) {
    const account = data.accounts[evidence[0] - 1], link = passageLink(account, quotable(evidence));
    return make('div', { class: 'cite' },
      make('p', { class: 'line', 'data-cite': data.evidence.indexOf(evidence) }, cite(evidence, 'text')),
      make('div', { class: 'actions', role: 'group', 'data-l': 'js.copy', 'aria-label': text('js.copy') },
        make('span', {}, say('js.copy')),
        ...['text', 'markdown', 'footnote'].map(form => {
          const button = make('button', { type: 'button', 'data-form': form }, say('js.copy.' + form));
          button.addEventListener('click', () => copy(cite(evidence, form), button));
          return button;
        }),
        link && make('a', { href: link, target: '_blank', rel: 'noopener noreferrer nofollow' }, say('js.link'))));
  }

  /* ---- panel of evidence ---- */
  const panelTitle = make('h2', { id: 'panel-h', tabindex: '-1' });
  const panelBody = make('div');
  const panel = make('aside', { id: 'panel', hidden: true, 'aria-labelledby': 'panel-h' },
    make('header', {}, panelTitle, make('button', { type: 'button', onclick: () => closePanel(true) }, say('js.close'))), panelBody);
  $('main').after(panel);
  let opener = null;

  function proof(number) {
    const evidence = data.evidence[number], account = data.accounts[evidence[0] - 1];
    const spans = spansOf(evidence), first = spans[0] ?? [0, 0], last = spans[spans.length - 1] ?? first;
    const quote = make('blockquote', { lang: account.language });
    for (const paragraph of paragraphsOf(evidence[0], first[0], Math.max(first[0] + 1, last[1]))) {
      const copyOf = make('p', { 'data-o': paragraph.dataset.o }, paragraph.textContent);
      quote.append(copyOf);
      for (const [start, end] of [...spans].reverse())
        for (const range of ranges(copyOf, start, end).reverse()) range.surroundContents(make('mark'));
    }
    const told = evidence.length > 2 && make('p', { class: 'told' }, mark(evidence[2]),
      make('span', {}, evidence[4] ? (evidence[6] ? evidence[4] : quoted(evidence[4])) + ', ' : '', say('kind.' + evidence[3])),
      evidence[5] ? make('span', { class: 'via' }, say('via'), ' ' + evidence[5]) : null);
    const when = make('span');
    for (const language of languages) when.append(make('x-' + language, {}, account.when[language] ?? data.texts[language].undated));
    return make('article', { class: 'proof' },
      make('p', { class: 'from' }, make('span', { class: 'tag' }, make('span', { class: 'vh' }, say('strand'), ' '), account.strand), ' ' + account.label),
      make('p', { class: 'of' }, account.title ? make('span', { lang: account.language }, account.title) : null, account.title ? ' · ' : null, when),
      told || null, quote, card(evidence),
      make('p', { class: 'go' }, make('a', { href: '#a' + evidence[0], onclick: event => { event.preventDefault(); showInArticle(evidence); } }, say('js.show'))));
  }
  function openPanel(numbers, from) {
    opener = from;
    const list = [...new Set(numbers)].slice(0, 60);
    panelTitle.replaceChildren(say(list.length > 1 ? 'js.evidence.all' : 'js.evidence'), list.length > 1 ? ' (' + list.length + ')' : '');
    panelBody.replaceChildren(...list.map(proof));
    panel.hidden = false;
    panel.scrollTop = 0;
    root.classList.add('with-panel');
    highlight(list.map(number => data.evidence[number]));
    for (const item of $$('.item.here')) item.classList.remove('here');
    from?.closest('.item')?.classList.add('here');
    from?.scrollIntoView({ block: matchMedia('(max-width: 48rem)').matches ? 'start' : 'nearest' }); // on a telephone the panel covers what lies below
  }
  function closePanel(isBack) {
    panel.hidden = true;
    root.classList.remove('with-panel');
    if ('highlights' in CSS) CSS.highlights.delete('evidence');
    if (isBack && opener?.isConnected) opener.focus();
  }
  function showInArticle(evidence) {
    const [start, end] = spansOf(evidence)[0] ?? [0, 0];
    const paragraph = paragraphAt(evidence[0], start);
    const article = document.getElementById('a' + evidence[0]);
    if (matchMedia('(max-width: 48rem)').matches) closePanel(false);
    highlight([evidence]);
    const target = paragraph ? ranges(paragraph, start, end)[0]?.startContainer.parentElement ?? paragraph : article;
    target.scrollIntoView({ block: 'center' });
    article.focus({ preventScroll: true });
  }
  document.addEventListener('click', event => {
    const link = event.target.closest('a.ev');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    openPanel([Number(link.dataset.e)], link);
    panelTitle.focus({ preventScroll: true });
  });

  /* ---- filters and search ---- */
  const chosen = { s: new Set(), k: new Set(), r: new Set(), p: '' };
  let timer = 0;
  const counted = (key, count) => text(key + (count === 1 ? '.one' : '.other')).replace('{n}', count);
  function later(work) {
    clearTimeout(timer);
    timer = setTimeout(work, 120);
  }
  function bar(one) {
    const told = $$('.r', one), values = name => [...new Set(told.map(link => link.dataset[name]).filter(Boolean))];
    const count = new Map();
    for (const link of told) if (link.dataset.p) count.set(link.dataset.p, (count.get(link.dataset.p) ?? 0) + 1);
    const speakers = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 60).map(([name]) => name);
    const choice = (name, title, options, label) => options.length < 2 ? null : make('fieldset', {}, make('legend', {}, say(title)),
      ...options.map(value => make('button', {
        type: 'button', 'aria-pressed': 'false', 'data-name': name, 'data-value': value,
        onclick: event => {
          const button = event.currentTarget, isOn = !chosen[name].has(value);
          if (isOn) chosen[name].add(value); else chosen[name].delete(value);
          button.setAttribute('aria-pressed', String(isOn));
          filter();
        },
      }, ...label(value))));
    const order = ['asserted', 'hedged', 'denied', 'questioned', 'direct', 'mixed', 'indirect', 'reported', 'narrated'];
    const sorted = list => list.sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const strands = values('r').sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    return make('div', { class: 'filters', role: 'group', 'data-l': 'js.filter', 'aria-label': text('js.filter') },
      choice('s', 'js.filter.stance', sorted(values('s')), value => [icon(value), ' ', say('stance.' + value)]),
      choice('k', 'js.filter.kind', sorted(values('k')), value => [say('kind.' + value)]),
      strands.length <= 12 ? choice('r', 'js.filter.strand', strands, value => [value]) : null,
      speakers.length < 2 ? null : make('label', {}, say('js.filter.speaker'), ' ',
        make('select', { onchange: event => { chosen.p = event.currentTarget.value; filter(); } },
          make('option', { value: '', 'data-t': 'js.filter.any' }, text('js.filter.any')), ...speakers.map(name => make('option', { value: name }, name)))),
      make('button', { type: 'button', class: 'clear', hidden: true, onclick: clearFilters }, say('js.filter.clear')),
      make('span', { class: 'count', role: 'status' }));
  }
  const isFiltering = () => chosen.s.size + chosen.k.size + chosen.r.size > 0 || chosen.p !== '';
  function matches(link) {
    return (chosen.s.size === 0 || chosen.s.has(link.dataset.s)) && (chosen.k.size === 0 || chosen.k.has(link.dataset.k))
      && (chosen.r.size === 0 || chosen.r.has(link.dataset.r)) && (chosen.p === '' || link.dataset.p === chosen.p);
  }
  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean), isOn = isFiltering();
    root.classList.toggle('filtered', isOn);
    let hits = 0, shown = 0;
    for (const one of story ? [story] : []) {
      for (const item of $$('.item', one)) {
        const links = $$('.r', item);
        let isIn = true;
        if (links.length > 0) {
          for (const link of links) link.classList.toggle('out', isOn && !matches(link));
          isIn = !isOn || links.some(link => !link.classList.contains('out'));
        }
        if (isIn && words.length > 0) {
          const content = item.textContent.toLowerCase();
          isIn = words.every(word => content.includes(word));
          if (isIn) hits++;
        }
        item.classList.toggle('out', !isIn && !item.matches('.map .item'));
        if (isIn && links.length > 0) shown++;
      }
      for (const fold of $$('details', one)) if ((isOn && fold.matches('.singles')) || (words.length > 0 && $('.item:not(.out)', fold))) fold.open = true;
      for (const box of $$('.scroll, .group, .speaker, .singles', one)) {
        const items = $$('.item', box);
        if (items.length > 0) box.classList.toggle('void', items.every(item => item.classList.contains('out')));
      }
      for (const part of $$('.part', one)) {
        const items = $$('.item', part);
        const isEmpty = !isOn && items.length > 0 && items.every(item => item.classList.contains('out')); // the filters' own bar stands in a section
        part.classList.toggle('void', isEmpty);
        $('.toc a[href="#' + part.id + '"]', one)?.parentElement.classList.toggle('void', isEmpty);
      }
    }
    const told = counted('js.found', hits), others = storyCount < 2 ? 0 : searchStories(words);
    found.replaceChildren(words.length === 0 ? '' : others === 0 ? told : told + ' · ' + counted('js.found.stories', others));
    for (const one of $$('.filters .clear')) one.hidden = !isOn;
    for (const one of $$('.filters .count')) one.replaceChildren(isOn ? (shown === 0 ? text('js.filter.none') : counted('js.found', shown)) : '');
  }
  // The list of stories keeps those of which an entry holds all words. What was not built yet is searched as it lies there.
  const entries = new Map();
  function entriesOf(id) {
    if (!entries.has(id)) {
      const held = waiting.get(id), marks = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#13': ' ' };
      entries.set(id, held
        ? held.textContent.split(/(?=<[a-z]+ class="(?:[^"]* )?item[ "])/).slice(1).map(entry => entry.replace(/<[^>]*>/g, '').replace(/&([a-z]+|#[0-9]+);/g, (whole, name) => marks[name] ?? whole).toLowerCase())
        : $$('.item', document.getElementById(id)).map(item => item.textContent.toLowerCase()));
    }
    return entries.get(id);
  }
  function searchStories(words) {
    let others = 0;
    for (const link of $$('.stories a')) {
      const id = link.hash.slice(1), isOwn = id === story?.id;
      const isIn = isOwn || words.length === 0 || entriesOf(id).some(entry => words.every(word => entry.includes(word)));
      if (isIn && !isOwn) others++;
      link.parentElement.classList.toggle('void', !isIn);
    }
    return others;
  }
  function clearFilters() {
    for (const name of ['s', 'k', 'r']) chosen[name].clear();
    chosen.p = '';
    for (const button of $$('.filters [aria-pressed]')) button.setAttribute('aria-pressed', 'false');
    for (const select of $$('.filters select')) select.value = '';
    filter();
  }
  // What the script adds to a story: filters, layers, texts in the reader's language.
  function furnish(one) {
    const legend = $('.part-points .legend', one);
    if (legend) legend.after(make('details', { class: 'filter-box', open: !matchMedia('(max-width: 48rem)').matches }, make('summary', {}, say('js.filter')), bar(one)));
    const articles = $('.part-articles .lead', one);
    articles?.after(make('div', { class: 'layers', role: 'group', 'data-l': 'js.layers', 'aria-label': text('js.layers') }, make('span', {}, say('js.layers')),
      ...['q', 'p', 'n', 't'].map(layer => make('button', {
        type: 'button', 'aria-pressed': String(layer === 'q' ? !root.classList.contains('no-q') : root.classList.contains('show-' + layer)), 'data-layer': layer,
        onclick: event => {
          const isOn = event.currentTarget.getAttribute('aria-pressed') !== 'true';
          for (const button of $$('[data-layer="' + layer + '"]')) button.setAttribute('aria-pressed', String(isOn));
          if (layer === 'q') root.classList.toggle('no-q', !isOn);
          else root.classList.toggle('show-' + layer, isOn);
        },
      }, say('js.layer.' + layer)))));
    pack(one);
    for (const part of $$('.part', one)) watcher.observe(part);
    name(one);
  }

  /* ---- cards: a short one beside a long one leaves no gap below it ---- */
  const packer = new ResizeObserver(changes => {
    for (const { target } of changes) target.style.gridRowEnd = 'span ' + Math.ceil(target.getBoundingClientRect().height + 16);
  });
  function pack(one) {
    for (const cards of $$('.cards', one)) {
      for (const card of cards.children) packer.observe(card);
      cards.classList.add('packed');
    }
  }

  /* ---- keyboard ---- */
  let current = null;
  const isShown = item => item.getClientRects().length > 0;
  function step(direction) {
    const items = $$('.item', story ?? document).filter(item => !item.classList.contains('out') && isShown(item));
    if (items.length === 0) return;
    // From where the reader is: an entry that was scrolled away is no longer the current one.
    const place = current?.getBoundingClientRect();
    let at = place && place.bottom > 0 && place.top < innerHeight ? items.indexOf(current) : -1;
    if (at < 0) {
      at = items.findIndex(item => item.getBoundingClientRect().bottom > 80);
      at = direction > 0 ? at - 1 : at;
    }
    select(items[Math.min(items.length - 1, Math.max(0, at + direction))]);
  }
  function select(item) {
    current = item;
    for (const item of $$('.item.here')) item.classList.remove('here');
    current.classList.add('here');
    current.focus({ preventScroll: true });
    const box = current.getBoundingClientRect();
    if (box.top < 70 || box.bottom > innerHeight) current.scrollIntoView({ block: box.height > innerHeight - 100 ? 'start' : 'center' });
    if (!panel.hidden) openItem(current);
  }
  function openItem(item) {
    const links = $$('a.ev', item).filter(isShown);
    if (links.length > 0) openPanel(links.map(link => Number(link.dataset.e)), item);
    return links.length > 0;
  }
  function firstHit() {
    clearTimeout(timer);
    filter();
    const hit = () => $$('.item', story ?? document).find(one => !one.classList.contains('out') && !one.matches('.map .item') && isShown(one));
    if (!hit()) { // then in the next story that has one
      const other = $('.stories li:not(.void) a:not([aria-current])');
      if (other) showStory(build(other.hash.slice(1)));
    }
    const item = hit();
    if (item) select(item);
  }
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (help.open) return;
      if (!panel.hidden) closePanel(true);
      else if (search.value) { search.value = ''; filter(); search.blur(); }
      else if (isFiltering()) clearFilters();
      else document.activeElement?.blur();
      return;
    }
    if (event.key === 'Enter' && event.target === search && search.value) firstHit();
    if (help.open || event.target.closest('input, textarea, select')) return;
    if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1);
    else if (event.key === '/') search.focus();
    else if (event.key === '?') help.showModal();
    else if (event.key === 'Enter' && event.target.matches('.item')) openItem(event.target) || $('a[href^="#"]', event.target)?.click(); // a line of the map has no evidence but an article
    else return;
    event.preventDefault();
  });

  /* ---- which section is being read ---- */
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const link of $$('.toc a', entry.target.closest('.story'))) {
        if (link.hash === '#' + entry.target.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    }
  }, { rootMargin: '-20% 0px -75% 0px' });

  const wished = memory.get('language') ?? navigator.languages?.map(language => language.slice(0, 2).toLowerCase()).find(language => languages.includes(language));
  setLanguage(languages.includes(wished) ? wished : root.lang, false);
  setTheme(memory.get('theme') ?? 'auto');
  if (story) furnish(story);
  showStory(story);
  followHash();
  root.classList.add('ready');
})();
