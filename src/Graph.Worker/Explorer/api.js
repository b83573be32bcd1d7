// The service's HTTP API. A failure becomes an Error whose message is the problem's own text.

async function get(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  if (response.ok) {
    return response.json();
  }

  const problem = await response.json().catch(() => null);
  throw new Error(problem?.detail ?? problem?.title ?? `The service answered ${response.status}.`);
}

export const findEntities = text => get(`/api/entities?q=${encodeURIComponent(text)}&limit=12`);

export const readEntity = id => get(`/api/entities/${encodeURIComponent(id)}`);

export const readOverview = limit => get(`/api/graph?limit=${limit}`);

export const readAround = (id, depth, limit) =>
  get(`/api/graph?center=${encodeURIComponent(id)}&depth=${depth}&limit=${limit}`);
