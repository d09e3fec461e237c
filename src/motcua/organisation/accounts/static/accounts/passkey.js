// Says on the page that a passkey was not used; the browser itself tells no more.
(() => {
  'use strict'
  const told = () => document.querySelector('[data-passkey-failed]')
  document.addEventListener('allauth.error', (event) => {
    const place = told()
    if (!place) return
    event.preventDefault()
    place.hidden = false
  })
  document.addEventListener('click', (event) => {
    const place = told()
    if (place && event.target.closest('button')) place.hidden = true
  })
})()
