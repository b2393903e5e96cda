/** A colleague asks the supervisors for company in a conversation, without a word to her. Part of the contract, which hands it on. */

/** Client → `support`. `on` false takes it back. */
export interface SupportRequest {
  conversation: string;
  on: boolean;
}

/** Names of the supervisors who are connected and were told; one who comes later is told then. */
export interface SupportAsked {
  told: string[];
}
