// Leave of what is judged only what people said: no text names any of it any more
MATCH (judged:Judged)
WHERE judged.canonical IS NOT NULL
SET judged = judged {.id, .canonical, .documents, .others, .given, .listed}
