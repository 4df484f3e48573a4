/** What scrolls sideways, is cut off, or sticks out of the page. What is only for the ear is unseen on purpose. */
export const sidewaysFaults = `(() => {
  const faults = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) faults.push('the page is ' + root.scrollWidth + ' wide')
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.unseen, .skip, title, desc, svg') || element.closest('table.stacked thead')) continue
    const name = element.tagName + '.' + element.className + ': ' + element.textContent.slice(0, 60)
    const box = element.getBoundingClientRect()
    if (box.width === 0) continue
    if (box.right > root.clientWidth + 1 || box.left < -1) faults.push('sticks out: ' + name)
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
      faults.push('is cut or scrolls: ' + name)
  }
  return faults.slice(0, 5)
})()`
