/** An article as an editor pastes it: made up, with the headline first. */
export const PASTED = `Harbour strike called off after late-night talks

By Maria Keller

PORT VELLING, Oct. 14, 2025 — Dock workers in Port Velling called off a strike planned for Thursday after a late-night agreement with the port authority, union leaders said on Tuesday.

"We got what our members asked for," said Tomas Brandt, chairman of the Harbour Workers' Union. He said that members would vote on the deal on 24 October.

The port authority's chief executive, Helen Marsh, described the agreement as "a fair outcome".

"Nobody wanted ships to wait outside the harbour for weeks," Marsh told reporters.

Prime Minister Anna Lindqvist will visit the harbour on 3 November, her office announced.
`;
