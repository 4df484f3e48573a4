/** Tests decide themselves whether they run "in CI", with colour or in a zone: what the machine sets is taken away. */
for (const name of ['CI', 'GITHUB_ACTIONS', 'NO_COLOR', 'FORCE_COLOR', 'TZ', 'LANG', 'LC_ALL']) {
  delete process.env[name]
}
