/**
 * To be evaluated in a page before it is printed: writes a word of its own at both ends of everything that a page break must
 * leave whole (drawings, rows of tables, a heading and what follows it), and returns the pairs.
 */
export const breakMarks = `(() => {
  const pairs = []
  const word = (end) => 'qz' + pairs.length + end + 'x'
  const visible = (node) => !node.parentElement.closest('title, desc, summary, nav, .skip, .unseen, .figures, [aria-hidden]')
  const texts = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const found = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.data.trim() !== '' && visible(node)) found.push(node)
    return found
  }
  const pair = (what, first, last) => {
    if (first === undefined || last === undefined) return
    const [from, to] = [word('a'), word('z')]
    first.data = from + ' ' + first.data
    last.data = last.data + ' ' + to
    pairs.push({ what, from, to })
  }
  for (const svg of document.querySelectorAll('main svg[role=img]')) {
    const byPlace = texts(svg).sort((a, b) =>
      a.parentElement.getBoundingClientRect().top - b.parentElement.getBoundingClientRect().top)
    pair('drawing ' + svg.id + svg.querySelector('title').textContent, byPlace[0], byPlace.at(-1))
  }
  for (const row of document.querySelectorAll('main tr')) {
    const cells = texts(row)
    pair('row ' + row.textContent, cells[0], cells.at(-1))
  }
  const all = texts(document.querySelector('main'))
  for (const heading of document.querySelectorAll('h2, h3, h4')) {
    const own = texts(heading)
    const next = all[all.indexOf(own.at(-1)) + 1]
    pair('heading ' + heading.textContent, own[0], next)
  }
  return pairs
})()`
