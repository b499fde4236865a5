import { createRoot } from "react-dom/client";

void Office.onReady(() => {
  const place = document.getElementById("pane");
  if (place) createRoot(place).render(<p>Account Tiering</p>);
});
