// What a visitor wrote, as a file of their own: saved to where they choose, and opened again. Whoever asks for what is in an
// opened file takes it for hostile.
window.waypostFile = {
  save: (name, content) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }));
    link.download = `${name}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  },

  // The button opens the chooser; `opened` gets the file's text, `refused` an Error that says big, or what the browser says.
  open: (button, chooser, mostLetters, opened, refused) => {
    button.addEventListener("click", () => chooser.click());
    chooser.addEventListener("change", async () => {
      const [file] = chooser.files;
      if (!file) return;
      try {
        if (file.size > 4 * mostLetters) throw new Error("big");
        opened(await file.text());
      } catch (error) {
        refused(error);
      }
      chooser.value = ""; // so that the same file can be opened once more
    });
  },
};
