// Runs first and in any browser, so it is written in the oldest JavaScript: says why an old one shows no page.
(function () {
  function garbageCollection() {
    // A module with one type, an empty struct, which only WebAssembly with garbage collection has.
    var bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 95, 0];
    return typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(bytes));
  }
  var modern = 'noModule' in document.createElement('script') && garbageCollection();
  var trouble = document.getElementById('trouble');
  if (!modern && trouble) {
    trouble.removeAttribute('hidden');
    trouble.appendChild(document.createTextNode(
      'This browser is too old for this page, which needs WebAssembly with garbage collection: Chrome or Edge 119, Firefox 120, '
      + 'Safari 18.2, or anything newer.'));
  }
})();
