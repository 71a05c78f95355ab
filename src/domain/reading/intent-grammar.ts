import { LIVES } from './life-grammar';
import { defineGrammar } from './tree';

/** What a person may say to the bot as a whole message that is a command, and no answer to a question. */
export const INTENTS = defineGrammar(
  String.raw`
  Intents <: Lives {
    Intent = please? Wish Closing?
    please = w<("please" | "kindly" | "hey" | "can you" | "could you" | "i want you to" | "i'd like to" | "i want to")>

    Wish = PairHelp | PersonWish | Help | Stop | Resume | PauseWish | SnoozeWish | Skip | AwayWish | Goals | Next | Why | Now | Settings | Thanks | Hello

    PairHelp = w<("how do i pair people" | "how do i pair two people" | "how can i pair people" | "how do i find a mentor"
      | "how do i invite someone" | "how do i invite somebody")>
    PersonWish = w<("i need help from" | "i need a word with" | "i need to talk to" | "i want to talk to" | "talk to" | "hear from"
      | "i would like to talk to" | "i would like to hear from")> mention
    mention = "<@" alnum+ ("|" (~">" any)*)? ">"
    Help = w<("help me" | "help" | "commands" | "what can you do" | "what can i do" | "what do you do" | "how does this work")>
    Stop = w<("stop asking me" | "stop asking" | "stop it" | "stop this" | "stop" | "unsubscribe" | "opt out" | "leave me alone" | "off")>
    Resume = w<("start again" | "start asking" | "start" | "resume" | "unpause" | "continue")> -- word
      | w<("i'm back" | "im back" | "i am back" | "back again")> -- back
    PauseWish = w<("pause the questions" | "pause questions" | "pause")> Pause?
    SnoozeWish = w<("snooze" | "remind me" | "ask me again" | "ask me" | "ask again" | "not now")> Moment -- until
      | w<("snooze" | "ask me later" | "remind me later" | "not now" | "later")> -- later
    Skip = w<("skip it" | "skip this time" | "skip this one" | "skip this" | "skip" | "not this time")>
    AwayWish = AwayWords Spans
    Goals = w<("what are my goals" | "show me my goals" | "show my goals" | "list my goals" | "my goals" | "goals" | "list")>
    Next = w<("when do you ask me next" | "when will you ask me next" | "when do you ask" | "when will you ask me"
      | "when is the next question" | "when is my next question" | "next question" | "when" | "next" | "status")>
    Why = w<("why did you ask me" | "why did you not ask me" | "why didn't you ask me" | "why")>
    Now = w<("ask me now" | "ask now")>
    Settings = w<("settings" | "my settings" | "preferences")>
    Thanks = w<("thanks a lot" | "thank you very much" | "thank you so much" | "many thanks" | "thank you" | "thanks" | "thx"
      | "ty" | "cheers")>
    Hello = w<("good morning" | "good afternoon" | "good evening" | "hello there" | "hello" | "hi there" | "hi" | "hey there" | "hey")>
  }
`,
  LIVES,
);
