/** In the page from the start and empty: a region that is born with its text is not read. */
import { useApp, useStore } from '../look/app.js';

export function LiveRegions() {
  const { news } = useApp();
  const polite = useStore(news.polite);
  const assertive = useStore(news.assertive);
  return (
    <>
      <div className="hidden" role="status" aria-live="polite" aria-atomic="false">
        {polite.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      <div className="hidden" role="alert" aria-live="assertive" aria-atomic="false">
        {assertive.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </>
  );
}
