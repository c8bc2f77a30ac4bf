@echo off
rem SEISM on the command line; see the comment in the file "seism".
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "MAIN=org.seism.cli.Main"
if /i "%~1"=="workflow" set "MAIN=org.seism.host.Main"
"%JAVA%" "@%~dp0java.options" %SEISM_JAVA_OPTS% -cp "%~dp0..\lib\*" %MAIN% %*
exit /b %errorlevel%
